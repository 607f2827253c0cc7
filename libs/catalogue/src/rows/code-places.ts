import { getEventType, type EventName, type FieldDescription } from '@trajectboek/events';
import type { CatalogueRow } from './row.js';

/** A field of an event type that carries the code of a row. */
export interface CodePlace {
  readonly type: EventName;
  readonly field: string;
}

/** Definitions of a target group that are no code of schemes.yaml (head of catalogue.yaml). */
const TARGET_GROUPS = /^(?:definition-.+|kwetsbaar-regional|vsv-regional-12-23|jikp-2016)$/;
const PLACED_BY_TRACK: ReadonlySet<EventName> = new Set<EventName>(['TrackStarted', 'TrackPhaseChanged', 'TrackEnded']);

/** Which rows each code field takes: the head of catalogue.yaml. Organisations may add codes of their own. */
const TAKES: Readonly<Record<string, (row: CatalogueRow) => boolean>> = {
  register: ({ group }) => group === 'registers',
  programme: ({ group }) => group === 'programmes',
  activity: ({ group }) => group === 'programmes' || group === 'instruments',
  instrument: isInstrument,
  fundingScheme: ({ group }) => group === 'funding',
  definition: ({ group, code }) => group === 'laws' && TARGET_GROUPS.test(code),
  legalBasis: isGround,
  basisReference: isGround,
  ground: isGround,
};

/** A programme that is given as support and not as a track is the instrument of that support. */
function isInstrument({ group, role, events }: CatalogueRow): boolean {
  return group === 'instruments' || (group === 'funding' && role === 'instrument') || (group === 'programmes' && !events.some((type) => PLACED_BY_TRACK.has(type)));
}

function isGround({ group, role }: CatalogueRow): boolean {
  if (group === 'laws' || group === 'documents') return role === 'basis' || role === 'clock';
  return group === 'funding' && role === 'basis';
}

/** The fields, in events of its own, that carry the code of a row; none for who only speaks (a school) or is only read. */
export function codePlacesOf(row: CatalogueRow): readonly CodePlace[] {
  return row.events.flatMap((type) => getEventType(type).fields.filter(isOpenCode).filter(({ name }) => TAKES[name]?.(row) === true).map(({ name }) => ({ type, field: name })));
}

/** A code field that is no closed list. */
function isOpenCode({ schema }: FieldDescription): boolean {
  return typeof schema['pattern'] === 'string' && !('enum' in schema);
}
