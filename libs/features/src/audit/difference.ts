type Json = Readonly<Record<string, unknown>>;

/** One event as the timeline shows it. */
export interface ReplayedEvent extends Json {
  readonly eventId: string;
}

/** One youth at one moment, as his page and his timeline show him. */
export interface Replay extends Json {
  readonly asOf: string;
  readonly knownAt: string;
  readonly completeTo: unknown;
  readonly situation: Json & { readonly facets: readonly (Json & { readonly facet: string })[] };
  readonly responsibility: Json;
  readonly deadlines: readonly Json[];
  readonly handovers: readonly Json[];
  readonly contradictions: readonly Json[];
  readonly events: readonly ReplayedEvent[];
}

interface Change {
  readonly one: unknown;
  readonly other: unknown;
}

/** Things that only one of two moments has, and those that both have and that say something else. */
interface ListDifference {
  readonly onlyInOne: readonly Json[];
  readonly onlyInOther: readonly Json[];
  readonly changed: readonly Change[];
}

/** What two moments of one youth say differently; a part that is the same is left out or empty. */
export function differenceOf(one: Replay, other: Replay): object {
  return {
    situation: fieldsOf(one.situation, other.situation, ['facets']),
    facets: listOf(one.situation.facets, other.situation.facets, ({ facet }) => String(facet)),
    responsibility: fieldsOf(one.responsibility, other.responsibility, []),
    deadlines: listOf(one.deadlines, other.deadlines, ({ scheme, startedBy, startedOn }) => JSON.stringify([scheme, startedBy, startedOn])),
    handovers: listOf(one.handovers, other.handovers, ({ handoverId }) => String(handoverId)),
    contradictions: listOf(one.contradictions, other.contradictions, (contradiction) => JSON.stringify(contradiction)),
    events: listOf(one.events, other.events, ({ eventId }) => String(eventId)),
  };
}

function fieldsOf(one: Json, other: Json, left: readonly string[]): Readonly<Record<string, Change>> {
  const names = new Set([...Object.keys(one), ...Object.keys(other)].filter((name) => !left.includes(name)));
  return Object.fromEntries([...names].filter((name) => !isSame(one[name], other[name])).map((name) => [name, { one: one[name] ?? null, other: other[name] ?? null }]));
}

function listOf(one: readonly Json[], other: readonly Json[], keyOf: (item: Json) => string): ListDifference {
  const [ones, others] = [one, other].map((items) => new Map(items.map((item) => [keyOf(item), item])));
  const inBoth = one.map((item) => [item, others?.get(keyOf(item))] as const).filter(([, found]) => found !== undefined);
  return {
    onlyInOne: one.filter((item) => !others?.has(keyOf(item))),
    onlyInOther: other.filter((item) => !ones?.has(keyOf(item))),
    changed: inBoth.filter(([item, found]) => !isSame(item, found)).map(([item, found]) => ({ one: item, other: found })),
  };
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
}
