import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import type { RecordedEvent } from '@trajectboek/events';

/** One line of the flat table of facts. */
export interface Row {
  readonly youth: number;
  /** Place in the order of the world, over all youths. */
  readonly seq: number;
  readonly type: string;
  readonly day: string;
  readonly by: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** From one day to another, that one not included; open without an end. */
export interface Spell {
  readonly kind: string;
  readonly start: Row;
  end: Row | undefined;
}

/** Kind of spell: the facts that start and end it, and the fields of its key; an end that leaves the key out ends them all. */
const KINDS = {
  enrolment: { starts: 'EnrolmentStarted', ends: ['EnrolmentEnded'], key: ['institution'] },
  placement: { starts: 'PlacementStarted', ends: ['PlacementEnded', 'JobLost'], key: ['placementId'] },
  track: { starts: 'TrackStarted', ends: ['TrackEnded'], key: ['programme'] },
  internship: { starts: 'InternshipStarted', ends: ['InternshipEnded'], key: ['internshipId'] },
  search: { starts: 'InternshipSearchStarted', ends: ['InternshipSearchEnded', 'InternshipStarted'], key: [] },
  stay: { starts: 'InstitutionStayStarted', ends: ['InstitutionStayEnded'], key: [] },
  guide: { starts: 'GuideAssigned', ends: ['GuideEnded'], key: ['role', 'person'] },
  benefit: { starts: 'BenefitDecided', ends: ['BenefitEnded'], key: ['kind'] },
  interruption: { starts: 'PathInterrupted', ends: ['PathResumed'], key: ['what'] },
} as const satisfies Record<string, { starts: string; ends: readonly string[]; key: readonly string[] }>;
export type Kind = keyof typeof KINDS;

const DAY = 86_400_000;

/** The date so many days later. */
export function shift(date: string, count: number): string {
  return new Date(Date.parse(date) + count * DAY).toISOString().slice(0, 10);
}

export function daysFrom(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY);
}

/** Every day from one date to another, both included. */
export function eachDay(from: string, to: string): readonly string[] {
  return Array.from({ length: Math.max(0, daysFrom(from, to) + 1) }, (_, index) => shift(from, index));
}

interface Standing extends Omit<Row, 'youth' | 'seq'> {
  readonly recordedAt: string;
  readonly position: number;
}

type Fields = Readonly<Record<string, unknown>>;
const fieldsOf = ({ data }: RecordedEvent): Fields => Object.fromEntries(Object.entries(data));

/** Facts that stand: what was recorded by then, without what was retracted, and with what was corrected. */
function standing(recorded: readonly RecordedEvent[], knownAt: string): readonly Standing[] {
  const known = recorded.filter(({ recordedAt }) => recordedAt.slice(0, 10) <= knownAt);
  const about = (event: RecordedEvent): RecordedEvent | undefined => known.find((change) => {
    const { correctedEventId, retractedEventId } = fieldsOf(change);
    return (correctedEventId ?? retractedEventId) === event.eventId;
  });
  return known.filter(({ type }) => type !== 'EventCorrected' && type !== 'EventRetracted').flatMap((event) => {
    const change = about(event);
    if (change?.type === 'EventRetracted') return [];
    const data = change?.type === 'EventCorrected' ? change.data.replacement as Fields : fieldsOf(event);
    return [{ type: event.type, day: String(data['occurredAt']).slice(0, 10), by: event.organisation, data, recordedAt: event.recordedAt, position: event.position }];
  });
}

const inOrder = (a: Standing, b: Standing): number => a.day.localeCompare(b.day) || a.recordedAt.localeCompare(b.recordedAt) || a.position - b.position;

/** An end closes every open start of its key of an earlier day, and one of the same day only when there is none. */
function spellsIn(facts: readonly Row[]): readonly Spell[] {
  return Object.entries(KINDS).flatMap(([kind, { starts, ends, key }]) => {
    const spells: Spell[] = facts.filter(({ type, data }) => type === starts && (kind !== 'benefit' || data['outcome'] !== 'refused')).map((start) => ({ kind, start, end: undefined }));
    for (const end of facts.filter(({ type }) => (ends as readonly string[]).includes(type))) {
      const open = spells.filter((spell) => !spell.end && spell.start.day <= end.day
        && key.every((field) => end.data[field] === undefined || end.data[field] === spell.start.data[field]));
      const earlier = open.filter(({ start }) => start.day < end.day);
      for (const spell of earlier.length > 0 ? earlier : open) spell.end = end;
    }
    return spells;
  });
}

export interface Moment {
  readonly asOf: string;
  readonly knownAt: string;
}

/** What stands of some youths on a date, as a flat table in a database and as lists per youth. */
export class World {
  readonly #db = new DatabaseSync(':memory:');
  readonly youths: readonly (readonly Row[])[];
  readonly spells: readonly (readonly Spell[])[];
  /** Known on every date. */
  readonly birthDates: readonly (string | undefined)[];

  constructor(lives: readonly (readonly RecordedEvent[])[], { asOf, knownAt }: Moment) {
    let seq = 0;
    const all = lives.map((life) => standing(life, knownAt).toSorted(inOrder));
    this.birthDates = all.map((facts) => facts.map(({ data }) => data['birthDate']).find((date) => typeof date === 'string'));
    this.youths = all.map((facts, youth) => facts.filter(({ day }) => day <= asOf).map(({ type, day, by, data }) => ({ youth, seq: seq += 1, type, day, by, data })));
    this.spells = this.youths.map(spellsIn);
    this.#fill();
  }

  #fill(): void {
    this.#db.exec(`CREATE TABLE fact (youth INTEGER, seq INTEGER, type TEXT, day TEXT, data TEXT);
      CREATE TABLE spell (youth INTEGER, kind TEXT, startSeq INTEGER, startDay TEXT, start TEXT, endSeq INTEGER, endDay TEXT, "end" TEXT);
      CREATE INDEX by_type ON fact (type, day)`);
    const fact = this.#db.prepare('INSERT INTO fact VALUES (?, ?, ?, ?, ?)');
    for (const { youth, seq, type, day, data } of this.youths.flat()) fact.run(youth, seq, type, day, JSON.stringify(data));
    const spell = this.#db.prepare('INSERT INTO spell VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
    for (const { kind, start, end } of this.spells.flat()) {
      spell.run(start.youth, kind, start.seq, start.day, JSON.stringify(start.data), end?.seq ?? null, end?.day ?? null, end ? JSON.stringify(end.data) : null);
    }
  }

  rows(sql: string, values: Readonly<Record<string, SQLInputValue>> = {}): readonly Readonly<Record<string, unknown>>[] {
    return this.#db.prepare(sql).all(values) as readonly Readonly<Record<string, unknown>>[];
  }

  close(): void {
    this.#db.close();
  }
}
