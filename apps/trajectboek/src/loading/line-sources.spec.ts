import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { allOf } from '../client/testing.js';
import { dryRun } from './dry-run.js';
import type { Entry, EntrySource } from './entry.js';
import { openSources } from './load.js';

const ROC = 'urn:nld:oin:00000099000000000001';
const HEADER = 'type,subject,source,id,time,occurredAt,data.hours,data.category,data.since';

let folder = '';
beforeEach(async () => { folder = await mkdtemp(path.join(tmpdir(), 'trajectboek-lines-')); });
afterEach(() => rm(folder, { recursive: true }));

async function sourceOf(name: string, text: string): Promise<EntrySource> {
  const file = path.join(folder, name);
  await writeFile(file, text);
  const [source] = await openSources([file]);
  if (!source) throw new Error('no source');
  return source;
}

async function entriesOf(name: string, text: string): Promise<Entry[]> {
  return allOf((await sourceOf(name, text)).entries());
}

describe('an NDJSON file', () => {
  it('holds youths, events, and lines that cannot be read', async () => {
    const entries = await entriesOf('a.ndjson', [
      '{"subject": "a", "identity": {"bsn": "999990019"}, "municipality": "GM0153"}',
      `{"specversion": "1.0", "type": "X", "source": "${ROC}", "id": "1", "subject": "a", "time": "2020-01-01T10:00:00+01:00", "data": {}}`,
      'geen json',
    ].join('\r\n'));
    expect(entries.map(({ kind }) => kind)).toEqual(['youth', 'event', 'unreadable']);
    expect(entries[1]).toMatchObject({ recordedAt: '2020-01-01T09:00:00.000Z', line: expect.stringMatching(/a\.ndjson:2$/) });
  });

  it('is counted by its lines, the empty ones left out', async () => {
    expect((await sourceOf('a.ndjson', '{}\n\n{}\n{}')).count).toBe(3);
  });
});

describe('a CSV file', () => {
  it('gives each cell the type that the language gives its field, and leaves empty cells out', async () => {
    const [entry] = await entriesOf('a.csv', `${HEADER}\nAbsenceReported,s1,${ROC},a1,2020-01-02T00:00:00Z,2020-01-01,16,,2019-12-01\n`);
    expect(entry).toMatchObject({ kind: 'event', event: {
      type: 'nl.jongerentrajecten.absence-reported.v1', subject: 's1', source: ROC, id: 'a1', time: '2020-01-02T00:00:00Z',
      data: { occurredAt: '2020-01-01', hours: 16, since: '2019-12-01' },
    } });
    expect(entry).not.toHaveProperty('event.data.category');
  });

  it('opens a youth once, by the identity columns', async () => {
    const row = (id: string): string => `AbsenceReported,jan,${ROC},${id},,2020-01-01,GM0153,Jan,Voorbeeld,2004-01-01`;
    const entries = await entriesOf('a.csv', `type,subject,source,id,time,occurredAt,municipality,identity.given,identity.family,identity.birthDate\n${row('1')}\n${row('2')}\n`);
    expect(entries.map(({ kind }) => kind)).toEqual(['youth', 'event', 'event']);
    expect(entries[0]).toMatchObject({ youth: { key: 'jan', identity: { name: { given: 'Jan', family: 'Voorbeeld' }, birthDate: '2004-01-01' }, municipality: 'GM0153' } });
  });

  it('with a column that nobody knows is refused by name', async () => {
    await expect(entriesOf('a.csv', 'type,subject,source,id,occurredAt,soort\n1,2,3,4,5,6\n')).rejects.toThrow('kolommen die we niet kennen: soort');
    await expect(entriesOf('a.csv', 'type,subject\n1,2\n')).rejects.toThrow('mist de kolommen source, id, occurredAt');
  });
});

describe('a dry run', () => {
  it('names every fault of every line, and sends nothing', async () => {
    const source = await sourceOf('a.csv', `${HEADER}\nAbsenceReported,s1,${ROC},a1,,2020-02-30,veel,unauthorised,\nOnbekend,s1,fout,a2,,2020-01-01,,,\n`);
    const lines = await allOf(dryRun(source));
    expect(lines.map(({ faults }) => faults)).toEqual([
      expect.arrayContaining([expect.stringContaining('data/occurredAt'), expect.stringContaining('data/hours')]),
      expect.arrayContaining([expect.stringContaining('type is geen soort'), expect.stringContaining('source is geen urn')]),
    ]);
  });
});
