export * from './work-item.js';
export * from './work-lists.js';
export { PossibleDuplicates, POSSIBLE_DUPLICATES, type Candidate, type DuplicateItem } from './lists/duplicates.js';
export { OUT_OF_VIEW, outOfViewItem } from './lists/situation.js';
export { openHandoverItem, openHandoversOf, OPEN_HANDOVERS, ownerOf, type OpenHandover } from './lists/handovers.js';
export { WORK_ITEMS, workListRows, type WorkListRules } from './work-list-rows.js';
export { TURNING, TURNING_ALL } from './lists/guidance.js';
export { itemOn } from './lists/deadlines.js';
