import { describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { compileTexts } from '../workspace/compile-texts.js';
import { lintTexts } from '../workspace/lint-texts.js';
import { ROOT } from '../workspace/projects.js';
import { generateEventType } from './event-type/event-type.js';
import type { Files } from './files.js';
import { generateProjection } from './projection/projection.js';
import { generateUseCase } from './use-case/use-case.js';

/** The files of this repository, with what a generator wrote over them; nothing reaches the disk. */
class VirtualFiles implements Files {
  readonly written = new Map<string, string>();

  exists(file: string): boolean {
    return this.written.has(file) || existsSync(path.join(ROOT, file));
  }

  read(file: string): string | null {
    if (!this.exists(file)) return null;
    return this.written.get(file) ?? readFileSync(path.join(ROOT, file), 'utf8');
  }

  write(file: string, content: string): void {
    this.written.set(file, content);
  }

  get typescript(): readonly { readonly file: string; readonly text: string }[] {
    return [...this.written].filter(([file]) => file.endsWith('.ts')).map(([file, text]) => ({ file, text }));
  }
}

const SHELTER = {
  name: 'ShelterOffered', family: 'support', label: 'Opvang aangeboden', meaning: 'A municipality offers the youth a place in a shelter.', dataClass: 'care',
  fields: 'shelterId:text:nummer van de opvang, organisation:organisation:organisatie, reason?:oneOf(housing|debts):waarom opvang, nights:number:nachten, from:date:vanaf',
};

function eventType(options: Partial<typeof SHELTER> = {}): VirtualFiles {
  const files = new VirtualFiles();
  generateEventType(files, { ...SHELTER, ...options });
  return files;
}

function projection(): VirtualFiles {
  const files = new VirtualFiles();
  generateProjection(files, { name: 'sheltered-youths', question: 'Who sleeps in a shelter on which day?', tags: 'state,municipality' });
  return files;
}

function useCase(kind: 'query' | 'command'): VirtualFiles {
  const files = new VirtualFiles();
  const scope = kind === 'query' ? 'views:read' : 'events:append';
  generateUseCase(files, { name: `${kind}-shelters`, kind, path: 'v1/shelters', scope, summary: "Toon alle foto's van de opvang" });
  return files;
}

const GENERATED = [
  { what: 'event type', files: eventType() }, { what: 'event type without fields', files: eventType({ fields: '' }) },
  { what: 'projection', files: projection() }, { what: 'query', files: useCase('query') }, { what: 'command', files: useCase('command') },
];

describe('what a generator writes', () => {
  it.each(GENERATED)('compiles: $what', ({ files }) => {
    expect(compileTexts(files.typescript)).toEqual([]);
  }, 120_000);

  it('passes the linter', () => {
    const texts = GENERATED.flatMap(({ files }) => files.typescript);
    const messages = lintTexts(texts).flatMap((found, index) => found.map(({ ruleId, message, line }) => `${texts[index]?.file ?? ''}:${line} ${ruleId ?? ''} ${message}`));
    expect(messages).toEqual([]);
  }, 60_000);

  it('is really looked at', () => {
    const wrong = { file: 'libs/events/src/support/not-there.ts', text: "export const wrong: any = 'text';\nexport const n: number = 'text';\n" };
    expect(compileTexts([wrong])).toEqual(["libs/events/src/support/not-there.ts:2 Type 'string' is not assignable to type 'number'."]);
    expect(lintTexts([wrong]).flat().map(({ ruleId }) => ruleId)).toEqual(['@typescript-eslint/no-explicit-any']);
  }, 60_000);
});

describe('the generator of event types', () => {
  it('writes a class in the form of the others', () => {
    expect(eventType().written.get('libs/events/src/support/shelter-offered.ts')).toBe(`import { EventType } from '../language/event-type.js';
import { Day, OneOf, Optional, Organisation, Text, WholeNumber } from '../language/fields.js';
import { Occurrence } from '../language/occurrence.js';

export const SHELTER_OFFERED_REASON = ['housing', 'debts'] as const;

/** A municipality offers the youth a place in a shelter. */
@EventType({ label: 'Opvang aangeboden', kind: 'observation', that: 'involved', what: 'involved', dataClass: 'care' })
export class ShelterOffered extends Occurrence {
  @Text() shelterId!: string;
  @Organisation() organisation!: string;
  @Optional() @OneOf(SHELTER_OFFERED_REASON) reason?: (typeof SHELTER_OFFERED_REASON)[number];
  @WholeNumber() nights!: number;
  @Day() from!: string;
}
`);
  });

  it('gives the type a place in its family and its new fields a label, once', () => {
    const { written } = eventType();
    const labels = written.get('libs/events/src/labels/field-labels.ts') ?? '';
    expect(written.get('libs/events/src/language.ts')).toContain('    ShelterOffered: support.ShelterOffered,\n  },\n  income: {');
    expect(written.get('libs/events/src/support/index.ts')).toMatch(/export \* from '.\/shelter-offered.js';\n$/);
    expect(labels).toContain("  shelterId: 'nummer van de opvang',\n");
    expect(labels).toContain("  'ShelterOffered.reason': 'waarom opvang',\n");
    expect(labels.match(/^ {2}organisation: /gm)).toHaveLength(1);
  });

  it.each([
    [{ name: 'shelterOffered' }, 'PascalCase'], [{ name: 'JobLost', family: 'work' }, 'there already'], [{ fields: 'a:colour:kleur' }, 'name:form:label'],
    [{ fields: 'a:oneOf:kleur' }, 'name:form:label'],
  ])('refuses %j', (options, why) => {
    expect(() => eventType(options)).toThrow(why);
  });
});

describe('the generator of projections', () => {
  it('puts the question at the top of the README and on the map', () => {
    const { written } = projection();
    expect(written.get('projections/sheltered-youths/README.md')).toMatch(/^# Who sleeps in a shelter on which day\?\n/);
    expect(written.get('docs/README.md')).toContain('| [projections/sheltered-youths](../projections/sheltered-youths/README.md) | Who sleeps in a shelter on which day? |\n\n<!--');
  });
});

describe('the generator of use cases', () => {
  it('wires controller and handler where a reader looks for them', () => {
    const module = useCase('query').written.get('libs/features/src/features.module.ts') ?? '';
    expect(module).toMatch(/const READ_CONTROLLERS = \[[^\]]*QuerySheltersController,?\s*\];/);
    expect(module).toMatch(/const READ_PROVIDERS = \[[^\]]*QuerySheltersHandler,?\s*\];/);
  });

  it('refuses a scope that nobody can have', () => {
    expect(() => generateUseCase(new VirtualFiles(), { name: 'read-shelters', path: 'v1/shelters', scope: 'shelters:read', summary: 'Toon' })).toThrow('not a scope');
  });
});
