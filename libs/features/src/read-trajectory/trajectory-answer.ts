import { codeLabelOf, type Recorded, type RecordedEvent } from '@trajectboek/events';
import {
  CONFIDENCE_LABELS, deadlinesAt, definitionsFor, DUTY_LABELS, KIND_LABELS, STATE_LABELS, TYPE_LABELS,
  legalResponsibility, type Deadline, type DeadlineState, type DefinitionAnswer, type RuleBook,
} from '@trajectboek/schemes';
import { contradictionsOf, guideVacanciesOf, HANDOVER_STATE_LABELS, handoversOf, responsibilityOf, situationOf, statusSince, type Contradiction, type Handover, type HeldRole, type LabelledFacet } from '@trajectboek/situation';
import type { VisibleYouth } from '../youths/youths.js';

type Json = Readonly<Record<string, unknown>>;

/** The body of `GET /v1/trajectories/{id}` after its head (answers.md). */
export function trajectoryAnswer({ trajectoryId, youth }: VisibleYouth, ruleBook: RuleBook, options: { readonly enabled: ReadonlySet<string>; readonly definition: string | undefined }): Json {
  const situation = situationOf(youth);
  const legal = legalResponsibility(ruleBook, youth);
  const deadlines = deadlinesAt(ruleBook, youth, { enabled: options.enabled });
  const next = deadlines.find(({ state, dueOn }) => AHEAD.has(state) && dueOn >= youth.asOf.date);
  const held = responsibilityOf(youth, legal);
  return {
    trajectoryId,
    situation: {
      ...situation, causeEvent: situation.causeEvent && reference(situation.causeEvent), since: statusSince(youth),
      facets: situation.facets.map(facetAnswer),
      guides: situation.guides.map((guide) => ({ ...guide, roleLabel: guideRole(guide.role) })), vacancies: guideVacanciesOf(youth).map(vacancyAnswer),
      definitions: definitionsFor(ruleBook, youth, options.definition).filter(({ about }) => options.definition !== undefined || LISTED.has(about)).map(definitionAnswer),
    },
    responsibility: { ...held, roles: held.roles.map(roleAnswer), doubles: held.doubles.map(roleAnswer), legalLabel: legal.lead.partyLabel, legalRoles: legal },
    deadlines: deadlines.map(deadlineAnswer), nextDeadline: next ? deadlineAnswer(next) : null,
    handovers: handoversOf(youth).map(handoverAnswer),
    contradictions: contradictionsOf(youth).map(contradictionAnswer),
  };
}

/** Definitions that say who should be looked for; the others are answered when asked by name. */
const LISTED: ReadonlySet<string> = new Set(['out-of-view', 'early-leaver']);

/** States of a deadline that is still to come. */
const AHEAD: ReadonlySet<DeadlineState> = new Set(['running', 'warned', 'due', 'too-early']);

/** `outOfView` is null where a fact is missing or the definition does not apply: neither is a no. */
function definitionAnswer({ outcome, ...answer }: DefinitionAnswer): Json {
  return { ...answer, outcome, outOfView: typeof outcome === 'boolean' ? outcome : null };
}

function reference(event: RecordedEvent): Json {
  return { source: event.source, id: event.id };
}

function deadlineAnswer({ source, owner, ...deadline }: Deadline): Json {
  return { ...deadline, ...labelsOf(deadline), source: { law: source.join('; ') }, owner: owner.organisation ?? owner.party, ownerLabel: owner.partyLabel };
}

/** A code always travels with its Dutch label (answers.md). */
function labelsOf({ label, state, kind, type, duty, confidence, dateConfidence }: Omit<Deadline, 'source' | 'owner'>): Json {
  return {
    schemeLabel: label, stateLabel: STATE_LABELS[state], kindLabel: KIND_LABELS[kind], typeLabel: TYPE_LABELS[type], dutyLabel: DUTY_LABELS[duty],
    confidenceLabel: CONFIDENCE_LABELS[confidence], dateConfidenceLabel: CONFIDENCE_LABELS[dateConfidence],
  };
}

function facetAnswer({ event, ...facet }: LabelledFacet): Json {
  return { ...facet, event: event ? reference(event) : null };
}

function vacancyAnswer({ data: { role, person }, organisation, occurredOn }: Recorded<'GuideEnded'>): Json {
  return { role, roleLabel: guideRole(role), person, organisation, since: occurredOn };
}

function guideRole(role: string): string {
  return codeLabelOf('GuideAssigned', 'role', role);
}

function roleAnswer(role: HeldRole): Json {
  return { ...role, roleLabel: codeLabelOf('ResponsibilityTaken', 'role', role.role) };
}

function handoverAnswer({ events: _events, ...handover }: Handover): Json {
  return { ...handover, stateLabel: HANDOVER_STATE_LABELS[handover.state], receiverRoleLabel: codeLabelOf('HandoverOffered', 'receiverRole', handover.receiverRole) };
}

function contradictionAnswer({ events, ...contradiction }: Contradiction): Json {
  return { ...contradiction, events: events.map(reference) };
}
