import { describe, expect, it } from '@jest/globals';
import { EVENT_TYPES, fieldLabelOf, findFaults } from '@trajectboek/events';
import { loadRuleBook } from '@trajectboek/catalogue';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { exampleEvent } from './events/example-event.js';
import { codesOf } from './events/fields.js';
import { meaningOf } from './events/meaning.js';
import { DOCS, GENERATED_FOLDERS, pages } from './pages.js';
import { itemsOf, textOf } from './schemes/items.js';

const PAGES = pages();
const GLOSSARY = PAGES.get('glossary.md') ?? '';

describe('the glossary', () => {
  it('has a row for every event type, with its Dutch label, kind, circles, class and version', () => {
    const missing = EVENT_TYPES.filter(({ name, label, kind, that, what, dataClass, version }) => !GLOSSARY.includes(`${name.toLowerCase()}) | ${label} | ${kind} | ${that} | ${what} | ${dataClass} | ${version} |`));
    expect(missing.map(({ name }) => name)).toEqual([]);
  });

  it('has a row for every field and every code', () => {
    const fields = EVENT_TYPES.flatMap(({ name, fields: all }) => all.map((field) => ({ type: name, field })));
    expect(fields.filter(({ type, field }) => !GLOSSARY.includes(`| \`${field.name}\` | ${fieldLabelOf(type, field.name)} |`))).toEqual([]);
    expect(fields.flatMap(({ field }) => codesOf(field)).filter((code) => !GLOSSARY.includes(`| \`${code}\` |`))).toEqual([]);
  });
});

describe('the pages of the event types', () => {
  it.each(EVENT_TYPES)('$name has an example that is valid as it stands', (type) => {
    const { data, ...attributes } = exampleEvent(type);
    expect(findFaults(type, data)).toEqual([]);
    expect(attributes).toMatchObject({ specversion: '1.0', type: type.wireType });
    expect(PAGES.get(`events/${type.family}.md`)).toContain(JSON.stringify(data, null, 2).split('\n').join('\n  '));
  });

  it('say what each type means, in its own words', () => {
    const meanings = EVENT_TYPES.map(meaningOf);
    expect(new Set(meanings).size).toBe(EVENT_TYPES.length);
  });
});

describe('the pages of the rules', () => {
  it('have every clock and every definition of the rule book', () => {
    const { clocks, definitions } = loadRuleBook();
    const text = [...PAGES].filter(([name]) => name.startsWith('schemes/')).map(([, page]) => page).join('');
    const codes = [...itemsOf(clocks), ...itemsOf(definitions)].map((item) => textOf(item['code']));
    expect(codes.length).toBeGreaterThan(100);
    expect(codes.filter((code) => !text.includes(`\n\`${code}\`: `))).toEqual([]);
  });

  it('show no value that nobody can read', () => {
    const suspect = [...PAGES].filter(([, page]) => /undefined|\[object|NaN/.test(page.replaceAll('Exactly 50 is undefined', ''))).map(([name]) => name);
    expect(suspect).toEqual([]);
  });
});

describe('what is committed in docs/', () => {
  it.each([...PAGES.keys()])('%s is what the code says now (npm run docs)', (name) => {
    expect(readFileSync(path.join(DOCS, name), 'utf8')).toBe(PAGES.get(name));
  });

  it('has no other page in a generated folder', () => {
    const present = GENERATED_FOLDERS.flatMap((folder) => readdirSync(path.join(DOCS, folder)).map((name) => `${folder}/${name}`));
    expect(present.filter((name) => !PAGES.has(name))).toEqual([]);
  });
});
