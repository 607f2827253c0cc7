export * from './work-item.js';
export * from './work-lists.js';
export { PossibleDuplicates, POSSIBLE_DUPLICATES, type Candidate, type DuplicateItem } from './lists/duplicates.js';
export { OUT_OF_VIEW, outOfViewItem } from './lists/situation.js';
export { openHandoverItem, openHandoversOf, OPEN_HANDOVERS, ownerOf, type OpenHandover } from './lists/handovers.js';
