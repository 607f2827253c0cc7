import type { Facet } from '@trajectboek/schemes';
import type { Cause } from './causes/cause.js';
import type { HandoverState } from './handovers.js';
import type { Status } from './status.js';

/** What people read. Source of the status labels: views.md, section 1. */
export const STATUS_LABELS: Readonly<Record<Status, string>> = {
  closed: 'afgesloten',
  'education-and-work': 'onderwijs en werk',
  education: 'onderwijs',
  work: 'werk',
  activity: 'traject',
  care: 'zorg of dagbesteding',
  'search-period': 'zoekperiode',
  benefit: 'uitkering',
  explained: 'bekend inactief',
  'in-contact': 'in gesprek',
  'out-of-view': 'uit beeld',
};

export const CAUSE_LABELS: Readonly<Record<Cause, string>> = {
  'handover-not-arrived': 'overgedragen, niet aangekomen',
  'search-period-lapsed': 'zoekperiode voorbij, niets aangevraagd',
  'not-entitled': 'uitkering geweigerd, daarna niets',
  'admission-refused': 'afgewezen voor een opleiding',
  'transition-gap': 'van school, daarna niets begonnen',
  'dropped-out': 'uitgevallen op school',
  'job-lost': 'baan kwijt',
  'contact-lost': 'niet meer te bereiken',
  'support-declined': 'wilde geen hulp',
  'released-without-follow-up': 'uit een instelling, geen vervolgplek',
  'aged-out': 'te oud voor het register, niemand nam het over',
  'qualified-unfollowed': 'met startkwalificatie van school, daarna niet gevolgd',
  'never-seen': 'gevonden in een register, nog nooit gesproken',
  silence: 'stil: er is niets bekend',
};

export const FACET_LABELS: Readonly<Record<Facet, string>> = {
  education: 'onderwijs',
  internship: 'stage',
  work: 'werk',
  activity: 'traject of onbetaalde plek',
  care: 'zorg of dagbesteding',
  searchPeriod: 'zoekperiode',
  benefit: 'uitkering',
  explained: 'bekende reden',
  contact: 'contact',
};

export const HANDOVER_STATE_LABELS: Readonly<Record<HandoverState, string>> = {
  offered: 'aangeboden, nog geen antwoord',
  accepted: 'aanvaard, nog niet aangekomen',
  returned: 'teruggegeven',
  revoked: 'ingetrokken',
  completed: 'aangekomen',
};
