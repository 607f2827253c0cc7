import type { Instant } from '@trajectboek/events';

/**
 * What an organisation set for itself: the programme and municipal-policy clocks that run for it (schemes.yaml, `kind`).
 *
 * An implementation MUST keep every earlier choice with its moment, and MUST make a choice durable before it resolves.
 */
export interface OrganisationSettings {
  /** Codes of the clocks that the organisation switched on. */
  programmesOf(organisation: string): readonly string[];
  setProgrammes(organisation: string, choice: { readonly programmes: readonly string[]; readonly at: Instant }): Promise<void>;
  /** Calls the listener after a choice was made here. Returns how to stop. */
  onChanged(listener: () => void): () => void;
  /** Takes in what another process or thread chose meanwhile. */
  refresh(): void;
  /** Counts up with every choice, so that answers computed before can be told from those after. */
  readonly version: number;
  close(): void;
}

/** The clocks that run for a youth: those that any organisation in his path switched on. */
export function enabledFor(settings: Pick<OrganisationSettings, 'programmesOf'>, organisations: Iterable<string>): ReadonlySet<string> {
  const enabled = new Set<string>();
  for (const organisation of organisations) settings.programmesOf(organisation).forEach((code) => enabled.add(code));
  return enabled;
}
