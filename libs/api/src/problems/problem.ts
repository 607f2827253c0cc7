/** One fault in what was sent; `pointer` is an RFC 6901 JSON pointer into the body, or `?name` for a query parameter. */
export interface ProblemFault {
  readonly pointer: string;
  readonly code: string;
  readonly detail: string;
}

/** RFC 9457 problem document with a stable type. */
export interface ProblemDocument {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly errors?: readonly ProblemFault[];
}

const BASE = 'https://trajectboek.example/problems/';

/** What the API itself can answer; refusals of the ledger's rules have their texts in libs/trajectory. */
export const PROBLEMS = {
  schema: { status: 400, title: 'De gegevens kloppen niet' },
  'unknown-type': { status: 400, title: 'Dit soort gebeurtenis bestaat niet' },
  'unknown-field': { status: 400, title: 'Er staat een onbekend veld in' },
  'invalid-query': { status: 400, title: 'De vraag klopt niet' },
  'not-authenticated': { status: 401, title: 'U bent niet aangemeld' },
  'no-legal-basis': { status: 403, title: 'Geen wettelijke grondslag' },
  'scope-missing': { status: 403, title: 'Uw rol mag dit niet' },
  'purpose-missing': { status: 403, title: 'Het doel ontbreekt of past niet' },
  'source-not-yours': { status: 403, title: 'De afzender is een andere organisatie' },
  'not-found': { status: 404, title: 'Niet gevonden' },
  'not-supported': { status: 404, title: 'Dit kan nog niet' },
  'id-reused': { status: 409, title: 'Dit nummer is al gebruikt voor een andere gebeurtenis' },
  'version-conflict': { status: 409, title: 'Iemand anders was net eerder' },
  'not-empty': { status: 409, title: 'Het boek is niet leeg' },
  'import-running': { status: 409, title: 'Er loopt een import' },
  'atomic-needs-one-trajectory': { status: 422, title: 'Alles-of-niets kan hier maar voor één traject tegelijk' },
  'atomic-refused': { status: 422, title: 'Niets vastgelegd, want een andere gebeurtenis is geweigerd' },
  'too-much-at-once': { status: 422, title: 'Te veel voor een direct antwoord' },
  'too-many-jobs': { status: 429, title: 'Er lopen al te veel vragen' },
  'job-not-done': { status: 409, title: 'Het antwoord is er nog niet' },
  'too-large': { status: 413, title: 'Te veel in één keer' },
  'unsupported-media-type': { status: 415, title: 'Deze vorm kennen we niet' },
  'audit-unavailable': { status: 503, title: 'Kan niet vastleggen wie leest' },
  unavailable: { status: 503, title: 'Even niet beschikbaar' },
  tampered: { status: 500, title: 'Een vastgelegde gebeurtenis is veranderd' },
  'key-missing': { status: 500, title: 'Een sleutel is kwijt' },
  internal: { status: 500, title: 'Er ging iets mis' },
} as const satisfies Record<string, { status: number; title: string }>;

export type ProblemCode = keyof typeof PROBLEMS;

/** Thrown where a request ends; the filter makes the problem document of it. Texts hold no values that were sent. */
export class ProblemError extends Error {
  constructor(readonly document: ProblemDocument) {
    super(document.title);
  }

  get code(): string {
    return this.document.type.slice(BASE.length);
  }
}

export function problemDocument(code: ProblemCode, detail: string, errors?: readonly ProblemFault[]): ProblemDocument {
  const { status, title } = PROBLEMS[code];
  return { type: `${BASE}${code}`, title, status, detail, ...(errors && { errors }) };
}

/** A refusal of a rule: 422, the request was understood and cannot be done. */
export function refusalDocument(code: string, { title, detail }: { readonly title: string; readonly detail: string }): ProblemDocument {
  return { type: `${BASE}${code}`, title, status: code === 'no-legal-basis' ? 403 : 422, detail };
}

export function problem(code: ProblemCode, detail: string, errors?: readonly ProblemFault[]): ProblemError {
  return new ProblemError(problemDocument(code, detail, errors));
}
