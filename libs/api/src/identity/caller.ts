/** Who asks, as the token says. */
export interface Caller {
  readonly organisation: string;
  readonly role: string;
  /** Processing activity with version, `keep-in-view@1`; null when the token names none. */
  readonly purpose: string | null;
  /** Pseudonym of the system or person that acts. */
  readonly subject: string;
  /** When the token expires, in milliseconds of Unix time: an answer that goes on for long ends then. */
  readonly validUntilMs: number;
}

/** How tokens of one issuer are checked. */
export interface TokenPolicy {
  readonly issuer: string;
  readonly audience: string;
}
