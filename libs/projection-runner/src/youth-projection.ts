import type { Chronicle } from '@trajectboek/events';
import type { ViewDeclaration, ViewRow } from '@trajectboek/view-store';

/**
 * One question, answered per youth: a pure function from all that is known of a youth to rows that hold for a period.
 * It has no state, no clock and no order of arrival, so that a rebuild, a duplicate or a late event cannot change it.
 */
export interface YouthProjection {
  readonly declaration: ViewDeclaration;
  rowsOf(chronicle: Chronicle): readonly ViewRow[];
}
