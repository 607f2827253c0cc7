import { CODE_LISTS } from '@trajectboek/events';
import type { Scope } from './scopes.js';

/** A processing activity of the register (AVG 30); a change of what it covers is a new version. */
export interface Purpose {
  readonly version: number;
  /** Dutch, as in codes.yaml. */
  readonly label: string;
  /** The ground of AVG 6 and the law or agreement behind it, in Dutch. */
  readonly legalGround: string;
  /** What the purpose is limited to; absent where the role alone limits it. */
  readonly onlyScopes?: readonly Scope[];
}

export type PurposeCode = keyof typeof CODE_LISTS.purposes;

const PUBLIC_TASK = 'Taak van algemeen belang (AVG 6 lid 1 onder e)';
const LEGAL_OBLIGATION = 'Wettelijke plicht (AVG 6 lid 1 onder c)';
const CONSENT = 'Toestemming (AVG 6 lid 1 onder a)';

/** Our reading of the laws; the controller who uses the ledger confirms it in its own register. */
const LEGAL_GROUNDS: Readonly<Record<PurposeCode, string>> = {
  'keep-in-view': `${PUBLIC_TASK}: WEB titel 9.2`,
  guidance: `${PUBLIC_TASK}: WEB titel 9.2, Participatiewet 7a`,
  'support-after-leaving': `${PUBLIC_TASK}: WEB titel 9.2, Participatiewet 7a`,
  'warm-handover': `${PUBLIC_TASK}: WEB titel 9.2, Participatiewet 7a`,
  'work-guidance': `${PUBLIC_TASK}: Participatiewet 7 en 7a`,
  'internship-guidance': `${PUBLIC_TASK}: WEB 7.2.8`,
  'transition-to-work': `${PUBLIC_TASK}: WEB titel 9.2, Participatiewet 7a`,
  'job-placement': `${CONSENT}: de jongere stemt in met delen met een werkgever`,
  'learn-work-place': `${CONSENT}: de jongere stemt in met delen met een leerwerkplek`,
  housing: `${CONSENT}: de jongere vraagt hulp bij wonen`,
  'benefit-decision': `${LEGAL_OBLIGATION}: Participatiewet`,
  aftercare: `${PUBLIC_TASK}: WEB titel 9.2, Participatiewet 7a`,
  'policy-information': `${PUBLIC_TASK}: statistiek (AVG 89), zonder herleidbare personen`,
  audit: `${LEGAL_OBLIGATION}: verantwoording (AVG 5 lid 2) en toezicht`,
  'subject-rights': `${LEGAL_OBLIGATION}: AVG 12 tot en met 22`,
};

const VERSION = 1;

/** Policy needs figures, never a person (AVG 5(1)b and 89). */
const LIMITS: Partial<Record<PurposeCode, readonly Scope[]>> = { 'policy-information': ['views:read', 'metrics:read', 'event-types:read'] };

export const PURPOSES: ReadonlyMap<PurposeCode, Purpose> = new Map(purposeCodes().map((code) => [code, purposeOf(code)]));

function purposeOf(code: PurposeCode): Purpose {
  const onlyScopes = LIMITS[code];
  return { version: VERSION, label: CODE_LISTS.purposes[code], legalGround: LEGAL_GROUNDS[code], ...(onlyScopes && { onlyScopes }) };
}

function purposeCodes(): PurposeCode[] {
  return Object.keys(LEGAL_GROUNDS) as PurposeCode[];
}

/** `keep-in-view@1`, as tokens and audit lines name it. */
export type Activity = `${PurposeCode}@${number}`;

export function activityOf(code: PurposeCode): Activity {
  return `${code}@${PURPOSES.get(code)?.version ?? VERSION}`;
}

/** The purpose that an activity names; without a version the present one. Undefined for what the register does not have. */
export function findPurpose(activity: string): PurposeCode | undefined {
  return [...PURPOSES.keys()].find((code) => activity === code || activity === activityOf(code));
}
