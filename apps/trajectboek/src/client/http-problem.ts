import { UserError } from '../cli/user-error.js';

/** A problem document as the ledger sends it (RFC 9457). */
export interface Problem {
  readonly type?: string;
  readonly title?: string;
  readonly detail?: string;
  readonly errors?: readonly { readonly pointer: string; readonly detail: string }[];
}

/** The code at the end of a problem's type: `not-offered`. */
export function codeOf({ type }: Problem): string {
  return type?.split('/').at(-1) ?? 'unknown';
}

/** Title, detail and every fault in one line. */
export function describeProblem({ title, detail, errors = [] }: Problem): string {
  const faults = errors.map(({ pointer, detail: fault }) => `${pointer} ${fault}`).join(', ');
  return [title, detail, faults].filter(Boolean).join('; ');
}

/** The ledger answered that it would not do it. */
export class RefusedRequest extends UserError {
  readonly code: string;

  constructor(readonly status: number, readonly path: string, problem: Problem) {
    const hint = status === 401 ? ' Wijst --data naar de gegevensmap van de server?' : '';
    super(`Het boek weigert ${path}: ${describeProblem(problem) || `HTTP ${status}`}${hint}`);
    this.code = codeOf(problem);
  }
}
