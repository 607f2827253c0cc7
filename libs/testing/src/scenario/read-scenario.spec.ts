import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { readScenario } from './read-scenario.js';
import { recordedEventsOf } from './recorded-events.js';
import { ScenarioError } from './scenario.js';
import { statementsOf } from './statements.js';

const DEMO = new URL('../../../../apps/trajectboek/demo/', import.meta.url);
const COHORT = `
id: twee-groepen
organisations:
  roc: {id: "urn:nld:oin:00000099000000000001", type: mbo}
  vso: {id: "urn:nld:oin:00000099000000000002", type: vso, municipality: GM0153}
settings: {programmesEnabled: [transition-2]}
subjects: {count: 4, birthDate: 2000-01-01, municipality: GM0153}
events:
  - {id: c1, at: 2020-03-01, recorded: 2020-06-01, by: vso, type: EnrolmentEnded, data: {institution: vso, reason: other, destination: unknown, withBasicQualification: false}}
groups:
  - name: terug
    count: 2
    events:
      - {id: g1, at: 2020-01-01, by: vso, type: EnrolmentStarted, data: {institution: vso, schoolType: vso, pathway: none}}
      - {id: g2, at: 2020-06-01, by: roc, type: EventCorrected, data: {correctedEventId: g1, reason: wrong-content, replacement: {occurredAt: 2020-01-01, institution: roc, schoolType: vso, pathway: none}}}
      - {id: g3, at: 2020-07-01, by: roc, type: HandoverAccepted, data: {handoverId: h1}, expect: refused, why: not-offered}
  - {name: weg, count: 1}
checks:
  - {asOf: 2020-06-01, view: counts, by: status, published: true, expect: {out-of-view: 4}}
`;

function faultsOf(text: string): readonly string[] {
  try {
    readScenario(text);
  } catch (error) {
    if (error instanceof ScenarioError) return error.faults;
    throw error;
  }
  return [];
}

describe('reading a scenario', () => {
  it('names the youths of a cohort by group, and those in no group youth-001', () => {
    const { youths } = readScenario(COHORT);
    expect(youths.map(({ alias }) => alias)).toEqual(['terug-001', 'terug-002', 'weg-001', 'youth-001']);
    expect(youths.map(({ events }) => events.length)).toEqual([4, 4, 1, 1]);
  });

  it('keeps settings, and says when a file has none', () => {
    expect(readScenario(COHORT).settings.programmesEnabled).toEqual(['transition-2']);
    expect(readScenario(COHORT.replace(/^settings.*$/m, '')).settings.programmesEnabled).toBeNull();
  });

  it('names all faults of a file at once', () => {
    const faults = faultsOf('id: Fout!\norganisations: {a: {id: nee}}\nsubject: {alias: x, birthDate: 2001-02-30, municipality: GM0153}\nevents: [{id: e1, at: 2020-01-01, by: b, type: ContactMade}]\nchecks: [{view: situation}]');
    expect(faults).toHaveLength(5);
    expect(faults).toContainEqual('events[0].by is geen organisatie van dit bestand');
  });

  it('says that a text is not YAML', () => {
    expect(faultsOf('id: [')).toEqual([expect.stringContaining('geen geldige YAML')]);
  });
});

describe('the statements of a scenario', () => {
  it('come in the order of recording, ties in the order of the file', () => {
    const ids = statementsOf(readScenario(COHORT)).map(({ id }) => id).filter((id) => id.includes('terug-001'));
    expect(ids).toEqual(['g1', 'c1', 'g2', 'g3'].map((id) => `twee-groepen:terug-001:${id}`));
  });

  it('replace an alias only where the language has an organisation', () => {
    const [first] = statementsOf(readScenario(COHORT));
    expect(first?.data).toEqual({ occurredAt: '2020-01-01', institution: 'urn:nld:oin:00000099000000000002', schoolType: 'vso', pathway: 'none' });
  });

  it('name another event by source and id, of the same youth, also within a correction', () => {
    const correction = statementsOf(readScenario(COHORT)).find(({ id }) => id === 'twee-groepen:terug-002:g2');
    expect(correction?.data).toMatchObject({
      correctedEventId: 'urn:nld:oin:00000099000000000002 twee-groepen:terug-002:g1',
      replacement: { institution: 'urn:nld:oin:00000099000000000001', schoolType: 'vso' },
    });
  });

  it('are logged at noon in Amsterdam, in winter and in summer', () => {
    const moments = statementsOf(readScenario(COHORT)).map(({ recordedAt }) => recordedAt);
    expect(moments[0]).toBe('2020-01-01T11:00:00.000Z');
    expect(moments.at(-1)).toBe('2020-07-01T10:00:00.000Z');
  });

  it('with a moment that does not exist are logged together with the one above', () => {
    const story = COHORT.replace('at: 2020-07-01', 'at: 2020-06-31');
    const last = statementsOf(readScenario(story)).at(-1);
    expect(last).toMatchObject({ id: 'twee-groepen:terug-002:g3', recordedAt: '2020-06-01T10:00:00.000Z', data: { occurredAt: '2020-06-31' } });
  });
});

describe('the recorded events of a scenario', () => {
  it('leave out what must be refused and resolve references', () => {
    const streams = recordedEventsOf(readScenario(COHORT));
    const stream = streams.get('terug-002') ?? [];
    expect(stream.map(({ type }) => type)).toEqual(['EnrolmentStarted', 'EnrolmentEnded', 'EventCorrected']);
    expect(stream.map(({ revision }) => revision)).toEqual([0, 1, 2]);
    expect(stream[2]?.data).toMatchObject({ correctedEventId: stream[0]?.eventId });
    expect(new Set([...streams.values()].flat().map(({ position }) => position)).size).toBe(8);
  });

  it.each(readdirSync(DEMO))('can be made of %s', (file) => {
    const scenario = readScenario(readFileSync(new URL(file, DEMO), 'utf8'));
    const streams = recordedEventsOf(scenario);
    expect(scenario.checks.length).toBeGreaterThan(0);
    expect([...streams.keys()]).toEqual(scenario.youths.map(({ alias }) => alias));
    expect([...streams.values()].every((stream) => stream.length > 0)).toBe(true);
  });
});
