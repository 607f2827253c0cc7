import { periodsOf, type Chronicle, type CivilDate, type OrganisationUrn, type RecordedEvent, type Stretch } from '@trajectboek/events';
import { causeOf } from './causes/causes.js';
import type { Cause } from './causes/cause.js';
import { lastContactOf } from './contact/real-contact.js';
import { facetsOf, type FacetState } from './facets/facets.js';
import { guidesOf, type Guide } from './guides.js';
import { CAUSE_LABELS, FACET_LABELS, STATUS_LABELS } from './labels.js';
import { isInView, statusOf, type Status } from './status.js';
import { Youth } from './youth.js';

/** In beeld: the situation of one youth on a date (views.md, section 1). */
export interface Situation {
  readonly status: Status;
  readonly statusLabel: string;
  readonly inView: boolean;
  /** Null unless the youth is out of view. */
  readonly cause: Cause | null;
  readonly causeLabel: string | null;
  /** Date of what set the cause off; null for `silence`. */
  readonly causeOn: CivilDate | null;
  readonly causeEvent: RecordedEvent | null;
  readonly facets: readonly LabelledFacet[];
  readonly lastContact: { readonly at: CivilDate; readonly by: OrganisationUrn } | null;
  readonly guides: readonly Guide[];
}

export interface LabelledFacet extends FacetState {
  readonly facetLabel: string;
}

export function situationOf(youth: Youth): Situation {
  const status = statusOf(youth);
  const shown = status === 'out-of-view' ? causeOf(youth) : null;
  const contact = lastContactOf(youth);
  return {
    status,
    statusLabel: STATUS_LABELS[status],
    inView: isInView(status),
    cause: shown?.cause ?? null,
    causeLabel: shown && CAUSE_LABELS[shown.cause],
    causeOn: shown?.trigger?.on ?? null,
    causeEvent: shown?.trigger?.event ?? null,
    facets: facetsOf(youth).map((state) => ({ ...state, facetLabel: FACET_LABELS[state.facet] })),
    lastContact: contact && { at: contact.at, by: contact.by },
    guides: guidesOf(youth),
  };
}

/**
 * The first day of the unbroken time in which the youth has had the status of the date. It walks through the whole
 * history, once for all dates of a chronicle.
 */
export function statusSince(youth: Youth): CivilDate {
  const { asOf } = youth;
  const current = statusesOf(youth).findLast(({ from }) => from <= asOf.date);
  if (current?.until) asOf.reached(current.until);
  return current?.from ?? asOf.date;
}

interface Walked {
  readonly settings: Youth['settings'];
  readonly stretches: readonly Stretch<Status>[];
}

/** A view asks for many dates of one chronicle. */
const walked = new WeakMap<Chronicle, Walked>();

function statusesOf({ history: { chronicle }, settings }: Youth): readonly Stretch<Status>[] {
  const known = walked.get(chronicle);
  if (known?.settings === settings) return known.stretches;
  const stretches = periodsOf(chronicle, { answer: (history) => statusOf(new Youth(history, settings)), isSame: (a, b) => a === b });
  walked.set(chronicle, { settings, stretches });
  return stretches;
}
