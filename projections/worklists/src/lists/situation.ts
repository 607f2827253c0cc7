import type { CivilDate } from '@trajectboek/events';
import { contradictionsOf, FACET_LABELS, facetsOf, statusOf, statusSince } from '@trajectboek/situation';
import { reference, type WorkItem, type WorkList } from '../work-item.js';

interface OutOfView {
  readonly since: CivilDate;
  readonly cause: string | null;
  readonly causeLabel: string | null;
  /** What set the cause off. */
  readonly event: WorkItem['events'][number] | null;
}

export function outOfViewItem({ since, cause, causeLabel, event }: OutOfView): WorkItem {
  return {
    key: 'out-of-view', since, dueOn: null, owner: event ? ownerOf(event.source) : null, why: { code: cause ?? 'silence', label: causeLabel ?? 'niets bekend' },
    nextStep: 'Zoek contact: bel, app of ga langs; begin bij wie de jongere het laatst sprak.', events: event ? [{ source: event.source, id: event.id }] : [],
  };
}

/** The organisation of a source, `urn:nld:oin:` and 20 digits, without its system. */
function ownerOf(source: string): string {
  return source.split(':systeem:')[0] ?? source;
}

/** Youths out of view, by cause; one item per youth. */
export const OUT_OF_VIEW: WorkList = {
  id: 'out-of-view',
  label: 'Uit beeld',
  itemsOf(context) {
    if (statusOf(context.youth) !== 'out-of-view') return [];
    const { cause, causeLabel, causeEvent: event } = context.situation;
    return [outOfViewItem({ since: statusSince(context.youth), cause, causeLabel, event })];
  },
};

/** In view by facets that nobody confirmed for too long: a status nobody has confirmed is not knowledge. */
export const STALE_SITUATION: WorkList = {
  id: 'stale-situation',
  label: 'Situatie lang niet bevestigd',
  itemsOf({ youth }) {
    const stale = facetsOf(youth).filter((facet) => facet.open && facet.stale);
    const first = stale.toSorted((a, b) => ((a.since ?? '') < (b.since ?? '') ? -1 : 1))[0];
    if (!first) return [];
    return [{
      key: 'stale', since: first.since ?? first.event?.occurredOn ?? '', dueOn: null, owner: first.source, why: { code: first.facet, label: `Lang niet bevestigd: ${stale.map(({ facet }) => FACET_LABELS[facet]).join(', ')}` },
      nextStep: 'Vraag na of dit nog klopt en leg een bevestiging vast.', events: stale.flatMap(({ event }) => (event ? [reference(event)] : [])),
    }];
  },
};

/** Facts of partners that cannot both be true. */
export const CONTRADICTIONS: WorkList = {
  id: 'contradictions',
  label: 'Tegenstrijdige gegevens',
  itemsOf({ youth }) {
    return contradictionsOf(youth).map(({ kind, kindLabel, events }): WorkItem => ({
      key: `${kind} ${events.map(({ eventId }) => eventId).join(' ')}`, since: events.map(({ occurredOn }) => occurredOn).sort().at(-1) ?? '', dueOn: null,
      owner: events.at(-1)?.organisation ?? null, why: { code: kind, label: kindLabel }, nextStep: 'Bel de organisaties en laat de foute gebeurtenis corrigeren.', events: events.map(reference),
    }));
  },
};
