import { getEventType, type OrganisationUrn, type RecordedEvent } from '@trajectboek/events';
import type { Youth } from '../youth.js';
import { validConsentsOf } from './consents.js';

export type Level = 'that' | 'what';

const INCOME: ReadonlySet<string> = new Set(['income', 'handover-dossier']);
const SUPPORT: ReadonlySet<string> = new Set(['support-need', 'support-needs', 'care', 'health', 'debts', 'housing-need', 'plan', 'conversation-report', 'transition-report', 'handover-dossier']);
const CRIMINAL: ReadonlySet<string> = new Set(['criminal']);
const NOTHING: ReadonlySet<string> = new Set();

/** The categories of data (codes.yaml) whose consent opens an event of the circle `care`; the rights of a youth are never shared. */
function categoriesOf(event: RecordedEvent): ReadonlySet<string> {
  const { dataClass, family } = getEventType(event.type);
  if (family === 'rights') return NOTHING;
  if (dataClass === 'criminal') return CRIMINAL;
  return family === 'income' ? INCOME : SUPPORT;
}

/** How far a party that a consent or a legal basis names may see an event of the circle `care`; null when none names it. */
export function namedLevel(event: RecordedEvent, organisation: OrganisationUrn, youth: Youth): Level | null {
  if (isAddressee(event, organisation, youth) || isNamedInConsent(event, organisation, youth)) return 'what';
  return levelByLaw(event, organisation, youth);
}

/** The consent lets data go between who asked for it and the parties that it names. */
function isNamedInConsent(event: RecordedEvent, organisation: OrganisationUrn, youth: Youth): boolean {
  const categories = categoriesOf(event);
  return validConsentsOf(youth).some(({ parties, askedBy, dataCategories }) => parties.has(organisation)
    && (parties.has(event.organisation) || askedBy.has(event.organisation))
    && [...dataCategories].some((category) => categories.has(category)));
}

/** A sharing on a legal basis reaches what the sharing organisation had stated by that day, to the level that it names. */
function levelByLaw(event: RecordedEvent, organisation: OrganisationUrn, { history }: Youth): Level | null {
  const categories = categoriesOf(event);
  if (categories === NOTHING || categories === CRIMINAL) return null;
  const levels = history.all('InformationShared')
    .filter(({ data, occurredOn, organisation: sharer }) => data.basis !== 'consent' && sharer === event.organisation && occurredOn >= event.occurredOn && data.recipients.includes(organisation))
    .map(({ data }) => data.level);
  if (levels.includes('what')) return 'what';
  return levels.length > 0 ? 'that' : null;
}

/** The event itself is directed to the organisation: it holds the referral, the document, the answer. */
export function isAddressee(event: RecordedEvent, organisation: OrganisationUrn, { history }: Youth): boolean {
  switch (event.type) {
    case 'ReferralMade': return event.data.to === organisation;
    case 'ReferralAnswered': return history.all('ReferralMade').some((referral) => referral.data.referralId === event.data.referralId && referral.organisation === organisation);
    case 'SupportOffered':
    case 'SupportRefused': return event.data.requestId !== undefined && history.all('SupportRequested').some((request) => request.data.requestId === event.data.requestId && request.organisation === organisation);
    case 'SupportStarted': return event.data.provider === organisation;
    case 'InformationShared': return event.data.recipients.includes(organisation);
    case 'SharingDeclined': return event.data.askedBy === organisation;
    case 'TransferDocumentIssued': return event.data.issuedTo.includes(organisation);
    default: return false;
  }
}
