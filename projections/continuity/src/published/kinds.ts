import type { Figures } from '../figures/figure.js';

/** The keys that belong together: none of them may be published when one may not. */
const SHARE = ['numerator', 'denominator', 'value', 'low', 'high'] as const;
const DISTRIBUTION = ['n', 'min', 'p25', 'median', 'p75', 'p90', 'max'] as const;
const RETENTION = ['atRisk', 'endedBy', 'survival', 'low', 'high'] as const;

const KINDS = { share: SHARE, distribution: DISTRIBUTION, retention: RETENTION } as const;
export type Kind = keyof typeof KINDS;

/** What a level of figures is, beside its counts; undefined when it only holds counts and other levels. */
export function kindOf(figures: Figures): Kind | undefined {
  if ('numerator' in figures) return 'share';
  if ('median' in figures) return 'distribution';
  return 'atRisk' in figures ? 'retention' : undefined;
}

export function keysOf(kind: Kind | undefined): ReadonlySet<string> {
  return new Set(kind === undefined ? [] : KINDS[kind]);
}

export function isLevel(figure: unknown): figure is Figures {
  return typeof figure === 'object' && figure !== null;
}

/** A figure that is counted; 0 where there is none. */
export function numberOf(figures: Figures, key: string): number {
  const figure = figures[key];
  return typeof figure === 'number' ? figure : 0;
}

/** The same figures with every number left out. */
export function hidden(figures: Figures): Figures {
  const rest = Object.entries(figures).map(([key, figure]) => [key, typeof figure === 'number' ? null : isLevel(figure) ? hidden(figure) : figure] as const);
  return { ...Object.fromEntries(rest), suppressed: true };
}
