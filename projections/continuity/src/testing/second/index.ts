import type { MetricId } from '../../metric.js';
import type { Second } from './ask.js';
import { c21, c22 } from './clocks.js';
import { c2, c3, c4, c5, c6 } from './handovers.js';
import { c1, c10, c11, c17, c18, c20, c25 } from './path.js';
import { c12, c13, c14, c15, c16, c26 } from './school.js';
import { c7, c8 } from './support.js';
import { c19, c23, c24, c9 } from './views.js';

/** Every metric once more: in SQL over a flat table of facts, or one day after the other; nothing of the fold is used. */
export const SECOND: Readonly<Record<MetricId, Second>> = {
  C1: c1, C2: c2, C3: c3, C4: c4, C5: c5, C6: c6, C7: c7, C8: c8, C9: c9, C10: c10, C11: c11, C12: c12, C13: c13,
  C14: c14, C15: c15, C16: c16, C17: c17, C18: c18, C19: c19, C20: c20, C21: c21, C22: c22, C23: c23, C24: c24, C25: c25, C26: c26,
};
