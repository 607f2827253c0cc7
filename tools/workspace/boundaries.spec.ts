import { describe, expect, it } from '@jest/globals';
import { layers, lintTexts, type LintMessage, type TextInFile } from './lint-texts.js';
import { projects } from './projects.js';

const LAYERS = layers();
const PROJECTS = projects();
const PURE = ['libs/events', 'libs/schemes', 'libs/situation', 'libs/trajectory', 'libs/access', 'projections/handovers', 'projections/worklists'];

function layerOf({ tags }: { readonly tags: readonly string[] }): string {
  return tags.find((tag) => tag in LAYERS) ?? 'none';
}

/** One project of each layer: the tag decides, not the project. */
const IMPORTING = Object.keys(LAYERS).flatMap((layer) => PROJECTS.find((project) => layerOf(project) === layer) ?? []);

/** Spec and running code side by side, in several layers. */
const BESIDE = [
  ['libs/events/src/upcasting/upcaster.spec.ts', 'libs/events/src/upcasting/upcaster.ts'],
  ['libs/trajectory/src/decide.spec.ts', 'libs/trajectory/src/decide.ts'],
  ['libs/situation/src/any-order.spec.ts', 'libs/situation/src/status.ts'],
  ['libs/proof/src/tree/tree.spec.ts', 'libs/proof/src/tree/tree-hash.ts'],
] as const;

const IMPURE = [
  ["import 'node:fs';", 'no-restricted-imports'],
  ["import 'node:timers/promises';", 'no-restricted-imports'],
  ["import 'fs';", 'no-restricted-imports'],
  ["import '@nestjs/common';", 'no-restricted-imports'],
  ["import 'fastify';", 'no-restricted-imports'],
  ["import 'ioredis';", 'no-restricted-imports'],
  ["import '@eventstore/db-client';", 'no-restricted-imports'],
  ['export const a = new Date();', 'no-restricted-syntax'],
  ['export const b = Date.now();', 'no-restricted-syntax'],
  ['export const c = Date();', 'no-restricted-syntax'],
  ['export const d = Math.random();', 'no-restricted-syntax'],
  ["export const e = process.env['HOME'];", 'no-restricted-globals'],
  ['export const f = crypto.randomUUID();', 'no-restricted-globals'],
  ['export const g = performance.now();', 'no-restricted-globals'],
] as const;

/** Everything is linted in one go: starting the linter takes longer than linting. */
const TEXTS: readonly TextInFile[] = [
  ...IMPORTING.map(({ folder }) => ({ file: `${folder}/src/index.ts`, text: PROJECTS.map(({ name }) => `import '${name}';`).join('\n') })),
  ...BESIDE.flatMap((files) => files.map((file) => ({ file, text: "import '@trajectboek/testing';" }))),
  ...PURE.map((folder) => ({ file: `${folder}/src/index.ts`, text: IMPURE.map(([line]) => line).join('\n') })),
];
const MESSAGES = lintTexts(TEXTS);
const OF_LAYERS = MESSAGES.slice(0, IMPORTING.length);
const OF_SPECS = MESSAGES.slice(IMPORTING.length, -PURE.length);
const OF_PURE = MESSAGES.slice(-PURE.length);

/** True for a refusal because of the layer; a circle is refused for another reason. */
function isAboutLayers({ ruleId, message }: LintMessage): boolean {
  return ruleId === '@nx/enforce-module-boundaries' && /can only depend on|Imports of apps are forbidden/.test(message);
}

function isAllowed(from: string, to: string): boolean {
  return LAYERS[from]?.includes(to) === true && to !== 'type:app';
}

describe('every project', () => {
  it.each(PROJECTS)('$name lies in exactly one layer', ({ tags }) => {
    expect(tags.filter((tag) => tag in LAYERS)).toHaveLength(1);
    expect(tags.filter((tag) => !(tag in LAYERS))).toEqual([]);
  });
});

describe('imports between layers', () => {
  it('are tried from every layer', () => {
    expect(IMPORTING.map(layerOf)).toEqual(Object.keys(LAYERS));
  });

  it.each(IMPORTING)('from $name: the layers that its own may know, and no other project', (from) => {
    const refused = OF_LAYERS[IMPORTING.indexOf(from)]?.filter(isAboutLayers).map(({ line }) => PROJECTS[line - 1]?.name);
    const forbidden = PROJECTS.filter((to) => to !== from && !isAllowed(layerOf(from), layerOf(to))).map(({ name }) => name);
    expect([...new Set(refused)].sort()).toEqual(forbidden.sort());
    if (layerOf(from) !== 'type:app') expect(forbidden).not.toEqual([]);
  });

  it('let specs have the builders, and running code not', () => {
    expect(OF_SPECS.map((messages) => messages.some(isAboutLayers))).toEqual(BESIDE.flatMap(() => [false, true]));
  });
});

describe('the pure core', () => {
  it.each(PURE)('%s knows no platform, framework, engine, clock or randomness', (folder) => {
    const found = new Set(OF_PURE[PURE.indexOf(folder)]?.map(({ line, ruleId }) => `${line} ${ruleId ?? ''}`));
    expect(IMPURE.filter(([, rule], index) => !found.has(`${index + 1} ${rule}`))).toEqual([]);
  });
});
