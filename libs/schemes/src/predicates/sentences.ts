import { getEventType, type CivilDate, type EventName, type RecordedEvent } from '@trajectboek/events';
import type { Facet } from '../youth-on-date.js';
import type { Context } from './predicate.js';
import type { Source } from './paths.js';
import type { Truth } from './truth.js';

const MONTHS = ['januari', 'februari', 'maart', 'april', 'mei', 'juni', 'juli', 'augustus', 'september', 'oktober', 'november', 'december'] as const;

/** A date as people read it: 3 mei 2022. */
export function dutchDate(date: CivilDate): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${Number(day)} ${MONTHS[Number(month) - 1] ?? month} ${Number(year)}`;
}

const FACET_SENTENCES: Readonly<Record<Facet, readonly [string, string]>> = {
  education: ['Volgt onderwijs.', 'Volgt geen onderwijs.'],
  internship: ['Loopt stage.', 'Loopt geen stage.'],
  work: ['Heeft betaald werk.', 'Heeft geen betaald werk.'],
  activity: ['Volgt een traject of doet onbetaald werk.', 'Volgt geen traject en doet geen onbetaald werk.'],
  care: ['Krijgt zorg of dagbesteding.', 'Krijgt geen zorg of dagbesteding.'],
  searchPeriod: ['Zit in de zoekperiode.', 'Zit niet in de zoekperiode.'],
  benefit: ['Krijgt een uitkering.', 'Krijgt geen uitkering.'],
  explained: ['Er is een bekende reden om nu niets te doen.', 'Er is geen bekende reden om nu niets te doen.'],
  contact: ['Er was kort geleden contact.', 'Er was niet kort geleden contact.'],
};

export function sayFacet(facet: Facet, open: boolean): readonly string[] {
  return [FACET_SENTENCES[facet][open ? 0 : 1]];
}

export function sayAge(age: number | undefined): readonly string[] {
  return [age === undefined ? 'Niet bekend: de leeftijd.' : `Is ${age} jaar.`];
}

const FACT_LABELS: Readonly<Record<string, string>> = {
  'subject.municipality': 'de woongemeente',
  'subject.birthDate': 'de geboortedatum',
  'subject.basicQualification': 'of er een startkwalificatie is',
  'subject.credentials': 'de diploma\'s',
  'subject.exitProfile': 'het uitstroomprofiel',
  'subject.lastSchoolType': 'de laatste schoolsoort',
  'subject.lastPathway': 'de laatste leerweg',
  'subject.lastInstitution': 'de laatste school',
  'subject.targetGroups': 'de doelgroepen',
  'subject.openPlacementKinds': 'de plaatsingen die lopen',
  'subject.openProgrammes': 'de programma\'s die lopen',
  'subject.lastInstitutionCategory': 'de soort instelling',
  'job-seeker-registration': 'de inschrijving als werkzoekende',
  'work-readiness': 'of de jongere kan werken',
  'income-below-limit': 'of het inkomen onder de grens ligt',
  'intake-compulsory': 'of de intake verplicht was',
  'register-target-group': 'of de jongere in de doelgroep van het register valt',
  'vmbo-track': 'de leerweg in het vmbo',
  'active-owner': 'of iemand de jongere vasthoudt',
};

/** States the fact about the youth that a comparison looked at; what an event holds is not told. */
export function sayFact(source: Source, context: Context): readonly string[] {
  if (!source.path.startsWith('subject.')) return [];
  const label = FACT_LABELS[source.path] ?? source.path;
  const value = source.read(context);
  if (value === undefined) return [`Niet bekend: ${label}.`];
  if (source.path === 'subject.basicQualification') return [value === true ? 'Heeft een startkwalificatie.' : 'Heeft geen startkwalificatie.'];
  return [`${capital(label.replace(/^(?:de|het) /, ''))}: ${valueText(value)}.`];
}

function valueText(value: unknown): string {
  if (!Array.isArray(value)) return String(value);
  return value.length === 0 ? 'geen' : value.join(', ');
}

export function sayUnknown(fact: string): readonly string[] {
  return [`Niet bekend: ${FACT_LABELS[fact] ?? fact}.`];
}

export function sayDefinition(label: string, truth: Truth): readonly string[] {
  if (truth === 'unknown') return [`Niet bekend: of dit geldt: ${label}.`];
  return [truth ? `Dit geldt: ${label}.` : `Dit geldt niet: ${label}.`];
}

function eventText(event: RecordedEvent): string {
  return `${getEventType(event.type).label} (${dutchDate(event.occurredOn)})`;
}

export function sayEvent(type: EventName, event: RecordedEvent | undefined): readonly string[] {
  return [event ? `Vastgelegd: ${eventText(event)}.` : `Niet vastgelegd: ${getEventType(type).label}, zoals hier bedoeld.`];
}

export function sayFollowed(type: EventName, event: RecordedEvent | undefined, followerOf: (event: RecordedEvent) => RecordedEvent | undefined): readonly string[] {
  if (!event) return sayEvent(type, undefined);
  const follower = followerOf(event);
  return [follower ? `Na ${eventText(event)} kwam ${eventText(follower)}.` : `Na ${eventText(event)} kwam geen vervolg.`];
}

export function sayCount(type: EventName, total: number): readonly string[] {
  return [`${getEventType(type).label}: ${total} in totaal.`];
}

export function sayDay(date: CivilDate, sentences: readonly string[]): readonly string[] {
  return sentences.map((sentence) => `Op ${dutchDate(date)}: ${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`);
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
