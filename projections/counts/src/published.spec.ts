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

  it('leaves out a part that leaves few of a wider table, so that neither can be subtracted from the other', () => {
    const wider = [[cell('education', 124), cell('work', 200), cell('benefit', 60)]];
    expect(counted(publish([cell('education', 120), cell('work', 60), cell('benefit', 60)], RULES, { wider }))).toEqual({ education: null, work: null, benefit: 60 });
    expect(counted(publish([cell('education', 120), cell('work', 60)], RULES, { wider: [[cell('education', 130), cell('work', 60)]] }))).toEqual({ education: 120, work: 60 });
  });

  it('leaves out the total when few are outside it', () => {
    expect(publish([cell('education', 60), cell('work', 60)], RULES, { wider: [[cell('education', 70), cell('work', 60)], [cell('education', 63), cell('work', 63)]] }).total).toBeNull();
    expect(publish([cell('education', 60), cell('work', 60)], RULES, { wider: [[cell('education', 70), cell('work', 60)]] }).total).toBe(120);
  });

  it('leaves out two municipalities of a region or none, because another table tells of the region', () => {
    const regionOf = (municipality: string): string => (municipality <= 'GM0002' ? 'north' : 'south');
    const place = (municipality: string, count: number): Cell => ({ values: { municipality }, count });
    const cells = [place('GM0001', 4), place('GM0002', 60), place('GM0003', 5), place('GM0004', 70), place('GM0005', 80)];
    const hidden = (table: ReturnType<typeof publish>): readonly unknown[] => table.cells.filter(({ suppressed }) => suppressed).map(({ values }) => values['municipality']);
    expect(hidden(publish(cells, RULES))).toEqual(['GM0001', 'GM0003']);
    expect(hidden(publish(cells, RULES, { groups: { municipality: [regionOf] } }))).toEqual(['GM0001', 'GM0002', 'GM0003', 'GM0004']);
  });

  it('gives no difference of few youths between any part and its whole', () => {
    const statuses = ['work', 'education', 'benefit'];
    const counts = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 3, maxLength: 3 });
    fc.assert(fc.property(counts, counts, (inside, outside) => {
      const part = statuses.map((status, nth) => cell(status, inside[nth] ?? 0));
      const whole = statuses.map((status, nth) => cell(status, (inside[nth] ?? 0) + (outside[nth] ?? 0)));
      const [told, all] = [publish(part, RULES, { wider: [whole] }), publish(whole, RULES)];
      for (const [nth, { count }] of told.cells.entries()) {
        const rest = outside[nth] ?? 0;
        if ((count ?? 0) > 0 && all.cells[nth]?.count !== null) expect(rest === 0 || rest >= RULES.threshold).toBe(true);
      }
    }), { numRuns: 500 });
  });
});
