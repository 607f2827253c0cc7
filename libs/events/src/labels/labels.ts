import type { EventName } from '../catalogue.js';
import { CODE_LISTS } from '../language/code-lists.js';
import type { Circle, DataClass, EventFamily, EventKind } from '../language/event-type.js';
import { INCOME_CODES } from './codes/income.js';
import { INTERNSHIP_CODES } from './codes/internship.js';
import { RESPONSIBILITY_CODES } from './codes/responsibility.js';
import { RIGHTS_CODES } from './codes/rights.js';
import { SCHOOL_CODES } from './codes/school.js';
import { SHARED_CODES } from './codes/shared.js';
import { SIGHT_CODES } from './codes/sight.js';
import { SUPPORT_CODES } from './codes/support.js';
import { TRAJECTORY_CODES } from './codes/trajectory.js';
import { WORK_CODES } from './codes/work.js';
import { FIELD_LABELS } from './field-labels.js';

/** Codes by the family that uses them; each code has one label, but for the exceptions below. */
export const CODE_LABELS = [
  SHARED_CODES, TRAJECTORY_CODES, SCHOOL_CODES, INTERNSHIP_CODES, SIGHT_CODES, RESPONSIBILITY_CODES, SUPPORT_CODES, INCOME_CODES, WORK_CODES, RIGHTS_CODES,
] as const;

/** Fields in which a code means something of its own. */
export const CODE_LABELS_OF_A_FIELD: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'ExamFailed.component': CODE_LISTS.examComponents,
  'ConsentRequested.dataCategories': CODE_LISTS.dataCategories,
  'ConsentRequested.purpose': CODE_LISTS.purposes,
  'ObjectionLodged.purpose': CODE_LISTS.purposes,
  'IntakeHeld.kind': { extended: 'uitgebreid' },
  'BenefitDecided.ground': { parents: 'inkomen van de ouders' },
  'InternshipStarted.kind': { placement: 'plaatsingsstage', transition: 'overgangsstage', orientation: 'oriëntatiestage' },
  'HandoverOffered.receiverRole': { care: 'zorgaanbieder' },
};

const ALL_CODES: ReadonlyMap<string, string> = new Map(CODE_LABELS.flatMap((labels) => Object.entries(labels)));

/** The Dutch label of a field. @throws Error for a field that has none */
export function fieldLabelOf(type: EventName, field: string): string {
  return labelOrThrow(FIELD_LABELS[`${type}.${field}`] ?? FIELD_LABELS[field], `${type}.${field}`);
}

/** The Dutch label of a code of one of the closed lists in the language. @throws Error for a code that has none */
export function codeLabelOf(type: EventName, field: string, code: string): string {
  return labelOrThrow(CODE_LABELS_OF_A_FIELD[`${type}.${field}`]?.[code] ?? ALL_CODES.get(code), `${type}.${field} ${code}`);
}

function labelOrThrow(label: string | undefined, what: string): string {
  if (label === undefined) throw new Error(`the language has no label for ${what}`);
  return label;
}

export const KIND_LABELS: Readonly<Record<EventKind, string>> = { observation: 'waarneming', process: 'processtap' };

export const CIRCLE_LABELS: Readonly<Record<Circle, string>> = {
  involved: 'wie nu een rol heeft',
  care: 'wie in toestemming of grondslag genoemd is',
  none: 'niemand anders',
};

export const DATA_CLASS_LABELS: Readonly<Record<DataClass, string>> = {
  identity: 'identiteit',
  path: 'gewone gegevens van het pad',
  care: 'zorg en ondersteuning',
  health: 'gezondheid (bijzonder)',
  criminal: 'strafrechtelijk (bijzonder)',
};

export const FAMILY_LABELS: Readonly<Record<EventFamily, string>> = {
  trajectory: 'Het traject zelf',
  school: 'School',
  internship: 'Stage',
  sight: 'In en uit beeld',
  responsibility: 'Wie heeft hem vast',
  support: 'Plan en ondersteuning',
  income: 'Inkomen',
  work: 'Werk en nazorg',
  rights: 'Rechten van de jongere',
};
