import { keyedPeriodsOf, type Chronicle, type KeyedQuestion, type OrganisationUrn } from '@trajectboek/events';
import { FACETS, type Settings } from '@trajectboek/schemes';
import { guidesOf, hasLegalBasis, isInvolved, isOpenToInvolved, municipalityOf, targetGroupsOf, youthOn, type Youth } from '@trajectboek/situation';
import type { ViewDeclaration, ViewRow } from '@trajectboek/view-store';

/** What a youth can belong to: an organisation with a legal basis, a guide, a target group, the facets that are open. */
export type MembershipKind = 'organisation' | 'guide' | 'target-group' | 'facet';

/** To whom and to what does a youth belong on which day? Found and counted by kind and code, also within a municipality. */
export const MEMBERSHIPS: ViewDeclaration = {
  name: 'memberships', version: 1, tags: ['kind', 'code', 'municipality', 'sight'], closedTags: ['code'],
  selections: [['kind', 'code'], ['kind', 'code', 'municipality']],
};

interface Membership {
  readonly kind: MembershipKind;
  /** URN, pseudonym or code; null for a youth in no target group. */
  readonly code: string | null;
  readonly municipality: string | null;
  /** Of an organisation: whether it may see all that views are made of, so that the stored rows are its rows too. */
  readonly sight: 'whole' | 'part' | null;
}

/** What one question finds of a youth on a date; the place is added to it. */
type Found = Omit<Membership, 'municipality'>;
type Asked = (youth: Youth) => readonly Found[];

/** One row per membership and period. Each kind, and each organisation, is asked only on the days on which it may change. */
export function membershipRows(chronicle: Chronicle, settings: Settings): readonly ViewRow[] {
  // Who stated what was retracted since may not know that, and still sees it.
  const start = [chronicle.known[0]?.occurredOn, chronicle.facts[0]?.occurredOn].filter((date) => date !== undefined).sort()[0];
  const question = (asked: Asked): KeyedQuestion<Membership> => ({ answers: (history) => membershipsOn(youthOn(history, settings), asked) });
  const questions = [...organisationsAsked(chronicle).map((asked) => ({ ...question(asked), start })), ...[openFacets, guides, targetGroups].map(question)];
  return keyedPeriodsOf(chronicle, questions, (a, b) => a.municipality === b.municipality && a.sight === b.sight)
    .map(({ key, from, until, value }) => ({ key: `${key} ${from}`, from, until, tags: { ...value }, doc: {} }));
}

function membershipsOn(youth: Youth, asked: Asked): ReadonlyMap<string, Membership> {
  const found = asked(youth);
  if (found.length === 0) return new Map();
  const municipality = municipalityOf(youth) ?? null;
  return new Map(found.map(({ kind, code, sight }) => [`${kind} ${code ?? ''}`, { kind, code, municipality, sight }]));
}

function organisationsAsked(chronicle: Chronicle): readonly Asked[] {
  // Who sent anything may see that: asking it of every day would take most of the time.
  const senders = new Set<string>(chronicle.known.map(({ organisation }) => organisation));
  return organisationsNamedIn(chronicle).map((organisation) => (youth) =>
    senders.has(organisation) || hasLegalBasis(youth, organisation) ? [{ kind: 'organisation', code: organisation, sight: sightOf(youth, organisation) }] : []);
}

function openFacets(youth: Youth): readonly Found[] {
  return FACETS.filter((facet) => youth.hasFacet(facet)).map((facet) => ({ kind: 'facet', code: facet, sight: null }));
}

function guides(youth: Youth): readonly Found[] {
  return guidesOf(youth).map(({ person }) => ({ kind: 'guide', code: person, sight: null }));
}

function targetGroups(youth: Youth): readonly Found[] {
  const groups = targetGroupsOf(youth);
  return (groups.length > 0 ? groups : [null]).map((group) => ({ kind: 'target-group', code: group, sight: null }));
}

/** Every organisation that stated anything or occurs in what was stated, also in what was corrected or retracted since. */
function organisationsNamedIn({ known }: Chronicle): readonly OrganisationUrn[] {
  const named = (JSON.stringify(known.map(({ data }) => data)).match(/urn:nld:oin:\d{20}(?!\d)/g) ?? []) as OrganisationUrn[];
  return [...new Set([...known.map(({ organisation }) => organisation), ...named])];
}

/** An involved organisation sees the whole when nothing but what it sent itself is closed to who is only involved. */
function sightOf(youth: Youth, organisation: OrganisationUrn): 'whole' | 'part' {
  if (!isInvolved(youth, organisation)) return 'part';
  return closedTo(youth).every((sender) => sender === organisation) ? 'whole' : 'part';
}

const closed = new WeakMap<Chronicle, readonly OrganisationUrn[]>();

/** Who sent the events that are closed to who is only involved: the same on every day. */
function closedTo(youth: Youth): readonly OrganisationUrn[] {
  const { chronicle } = youth.history;
  const senders = closed.get(chronicle) ?? chronicle.known.filter((event) => !isOpenToInvolved(event, youth)).map(({ organisation }) => organisation);
  closed.set(chronicle, senders);
  return senders;
}
