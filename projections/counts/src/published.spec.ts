import fc from 'fast-check';
import { publish, type Cell } from './published.js';

const RULES = { threshold: 10, rounding: 5 };
const cell = (status: string, count: number): Cell => ({ values: { status }, count });
const counted = (table: ReturnType<typeof publish>): Record<string, number | null> =>
  Object.fromEntries(table.cells.map(({ values, count }) => [String(values['status']), count]));

describe('a table of counts that is made public', () => {
  it('rounds what is large enough and leaves it in', () => {
    expect(counted(publish([cell('education', 122), cell('work', 78)], RULES))).toEqual({ education: 120, work: 80 });
  });

  it('suppresses a small cell and the smallest other one, so that the total does not give it away', () => {
    expect(counted(publish([cell('education', 120), cell('work', 60), cell('benefit', 4)], RULES))).toEqual({ education: 120, work: null, benefit: null });
  });

  it('leaves a zero as it is: nobody is nobody', () => {
    expect(counted(publish([cell('education', 60), cell('work', 60), cell('care', 0)], RULES))).toEqual({ education: 60, work: 60, care: 0 });
  });

  it('publishes nothing when more than 90% falls in one category', () => {
    expect(publish([cell('education', 950), cell('work', 50)], RULES).cells.every(({ suppressed }) => suppressed)).toBe(true);
  });

  it('has no row or column with a single suppressed cell', () => {
    const table = fc.array(fc.record({ status: fc.constantFrom('work', 'education', 'benefit'), municipality: fc.constantFrom('GM0153', 'GM0193', 'GM0402'), count: fc.integer({ min: 0, max: 80 }) }), { minLength: 2, maxLength: 9 });
    fc.assert(fc.property(table, (rows) => {
      const cells = [...new Map(rows.map(({ status, municipality, count }) => [`${status} ${municipality}`, { values: { status, municipality }, count }])).values()];
      const published = publish(cells, RULES).cells;
      for (const axis of ['status', 'municipality'] as const) {
        for (const line of Map.groupBy(published, ({ values }) => values[axis]).values()) {
          const suppressed = line.filter((one) => one.suppressed).length;
          const open = line.filter((one) => !one.suppressed && (one.count ?? 0) > 0).length;
          expect(suppressed === 1 && open > 0).toBe(false);
        }
      }
    }), { numRuns: 500 });
  });
});
