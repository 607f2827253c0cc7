import { keyedPeriodsOf, type Chronicle, type OrganisationUrn } from '@trajectboek/events';
import type { Settings } from '@trajectboek/schemes';
import { hasLegalBasis, isInvolved, isOpenToInvolved, municipalityOf, situationOf, targetGroupsOf, youthOn, type Youth } from '@trajectboek/situation';
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

/** One row per membership and period. */
export function membershipRows(chronicle: Chronicle, settings: Settings): readonly ViewRow[] {
  const organisations = organisationsNamedIn(chronicle);
  const senders = new Set<string>(chronicle.known.map(({ organisation }) => organisation));
  const stretches = keyedPeriodsOf<Membership>(chronicle, {
    // Who stated what was retracted since may not know that, and still sees it.
    start: [chronicle.known[0]?.occurredOn, chronicle.facts[0]?.occurredOn].filter((date) => date !== undefined).sort()[0],
    answers: (history) => membershipsOn(youthOn(history, settings), organisations, senders),
    isSame: (a, b) => a.municipality === b.municipality && a.sight === b.sight,
  });
  return stretches.map(({ key, from, until, value }): ViewRow => ({ key: `${key} ${from}`, from, until, tags: { ...value }, doc: {} }));
}

function membershipsOn(youth: Youth, organisations: readonly OrganisationUrn[], senders: ReadonlySet<string>): ReadonlyMap<string, Membership> {
  const municipality = municipalityOf(youth) ?? null;
  const memberships = new Map<string, Membership>();
  const add = (kind: MembershipKind, code: string | null, sight: Membership['sight'] = null): void => {
    memberships.set(`${kind} ${code ?? ''}`, { kind, code, municipality, sight });
  };
  // Who sent anything may see that: asking it of every day would take most of the time.
  for (const organisation of organisations) if (senders.has(organisation) || hasLegalBasis(youth, organisation)) add('organisation', organisation, sightOf(youth, organisation));
  if (youth.history.events.length === 0) return memberships;
  const { facets, guides } = situationOf(youth);
  for (const { facet, open } of facets) if (open) add('facet', facet);
  for (const { person } of guides) add('guide', person);
  const groups = targetGroupsOf(youth);
  for (const group of groups.length > 0 ? groups : [null]) add('target-group', group);
  return memberships;
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
