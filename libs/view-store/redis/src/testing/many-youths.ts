import { plus, type TrajectoryId } from '@trajectboek/events';
import type { ViewDeclaration, ViewRow, YouthRows } from '@trajectboek/view-store';

/** As many tags, and as many values of each, as the largest view of the product. */
export const MANY: ViewDeclaration = {
  name: 'test-situations', version: 1, tags: ['cause', 'school', 'municipality', 'status', 'ageBand', 'inView', 'stale'],
  selections: [[], ['status'], ['cause'], ['municipality'], ['school'], ['status', 'municipality'], ['cause', 'municipality'], ['status', 'school']],
};
const VALUES = [6, 900, 342, 9, 4, 2, 2];
export const ROWS_PER_YOUTH = 4;

/** The same youth for the same number, always; four periods one after another, the last one open for half of them. */
export function manyYouth(number: number): YouthRows {
  const random = numbersFrom(number);
  const trajectoryId = `${hex(random, 8)}-${hex(random, 4)}-4${hex(random, 3)}-8${hex(random, 3)}-${number.toString(16).padStart(12, '0')}` as TrajectoryId;
  let from = plus('2019-08-01', `P${random() % 1200}D`);
  const rows = Array.from({ length: ROWS_PER_YOUTH }, (_, index): ViewRow => {
    const until = index === ROWS_PER_YOUTH - 1 && number % 2 === 0 ? null : plus(from, `P${20 + random() % 500}D`);
    const row = { key: `situation-${index}`, from, until, tags: tagsFrom(random), doc: { since: from, why: ['enrolment-ended', 'no-start-qualification'], n: random() % 9, note: 'x'.repeat(120) } };
    from = until ?? from;
    return row;
  });
  return { trajectoryId, rows };
}

function tagsFrom(random: () => number): ViewRow['tags'] {
  return Object.fromEntries(MANY.tags.map((tag, index) => [tag, `${tag}-${random() % (VALUES[index] ?? 1)}`]));
}

function hex(random: () => number, width: number): string {
  return Array.from({ length: width }, () => (random() % 16).toString(16)).join('');
}

function numbersFrom(seed: number): () => number {
  let state = (seed * 2_654_435_761) >>> 0;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 3_266_489_917) >>> 0;
    return state >>> 3;
  };
}
