import type { MetricId } from './metric.js';

/**
 * Where each metric comes from, beside its own row in metrics.md: the lines of the source documents (S000 to S004) that ask
 * for it or give its figures, and the other definitions that it uses.
 */
const BESIDE: Readonly<Record<MetricId, readonly string[]>> = {
  C1: ['S003 L637-640', 'views.md 1'],
  C2: ['S000 L1024-1028', 'S003 L50-57', 'S003 L944-945'],
  C3: ['S001 L666-678', 'S003 L1344-1353'],
  C4: ['S000 L1024-1028', 'views.md 1'],
  C5: ['S000 L84-86', 'S003 L1920-1922', 'S004 L1113-1120'],
  C6: ['S001 L105-110', 'S001 L788-793'],
  C7: ['S004 L1789-1803', 'S004 L2263-2268'],
  C8: ['S000 L553-595', 'views.md 1'],
  C9: ['S003 L2413-2425', 'views.md 1'],
  C10: ['S001 L379-392', 'schemes.yaml sameSpellGap'],
  C11: ['S000 L578-581', 'S001 L37-45', 'S003 L2238-2240'],
  C12: ['S003 L739-783'],
  C13: ['S002 L828-831'],
  C14: ['S003 L701-705', 'S003 L1043-1046', 'S001 L546-564', 'S004 L1089-1095'],
  C15: ['S003 L1320-1331'],
  C16: ['S002 L204-212', 'S002 L1117-1130', 'S003 L1875-1887', 'schemes.yaml refusalFollowUp'],
  C17: ['S002 L380-408', 'S003 L1934-1948'],
  C18: ['S004 L2767-2772', 'S003 L1142-1149'],
  C19: ['S002 L1272-1281', 'S003 L2413-2425'],
  C20: ['S000 L553-595', 'S003 L1510-1536'],
  C21: ['S003 L949-961', 'S004 L1194-1197', 'schemes.yaml contactEvery'],
  C22: ['schemes.yaml clocks'],
  C23: ['S003 L1641-1645', 'S004 L2614-2617', 'views.md 2'],
  C24: ['S000 L813-823', 'S003 L725-731', 'schemes.yaml definitions'],
  C25: ['S001 L616-618', 'S001 L885-897', 'S003 L1396-1402', 'schemes.yaml interimStepReview'],
  C26: ['S004 L2298-2302', 'S004 L2258-2263', 'schemes.yaml referralStart'],
};

export function sourcesOf(metric: MetricId): readonly string[] {
  return [`metrics.md ${metric}`, ...BESIDE[metric]];
}
