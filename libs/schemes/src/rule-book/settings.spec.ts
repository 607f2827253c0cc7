import { describe, expect, it } from '@jest/globals';
import { setting, smallBook } from '../testing/small-book.js';
import type { DatedSettings, SettingOverride } from './settings.js';

const DATED = { value: undefined, values: [{ value: 23, from: null, until: '2025-12-31' }, { value: 27, from: '2026-01-01', until: '2027-12-31' }] };
const own = (municipality: string, value: string, [validFrom = null, validUntil = null]: readonly (string | null)[] = []): SettingOverride => ({ setting: 'term', municipality, value, validFrom, validUntil });
const settingsWith = (overrides: readonly SettingOverride[], more: object = {}): DatedSettings => smallBook({ settings: [setting('age', 0, DATED), setting('term', 'P14D', { confidence: 'inferred', ...more })] }, { overrides }).settings;

describe('the value of a setting', () => {
  it('is that of the date, both days of a row included', () => {
    const { settings } = smallBook({ settings: [setting('age', 0, DATED)] });
    expect(['1990-01-01', '2025-12-31', '2026-01-01', '2027-12-31'].map((date) => settings.valueOf('age', date))).toEqual([23, 23, 27, 27]);
  });

  it('is an error on a date without one, and for a setting that does not exist', () => {
    const settings = settingsWith([]);
    expect(() => settings.valueOf('age', '2028-01-01')).toThrow('the setting age has no value on this date');
    expect(() => settings.valueOf('luck', '2020-01-01')).toThrow('no setting luck');
    expect(() => settings.nextChange('luck', '2020-01-01')).toThrow('no setting luck');
  });

  it('is that of the municipality while it has one of its own', () => {
    const settings = settingsWith([own('GM0014', 'P7D', ['2020-03-01', '2020-03-31'])]);
    const on = (date: string, municipality?: string): unknown => settings.valueOf('term', date, municipality);
    expect(['2020-02-29', '2020-03-01', '2020-03-31', '2020-04-01'].map((date) => on(date, 'GM0014'))).toEqual(['P14D', 'P7D', 'P7D', 'P14D']);
    expect([on('2020-03-10', 'GM0153'), on('2020-03-10')]).toEqual(['P14D', 'P14D']);
  });

  it('is the last one that a municipality chose, and stands before the default wherever it stands', () => {
    expect(settingsWith([own('GM0014', 'P7D'), own('GM0014', 'P3D'), own('GM0034', 'P1D')]).valueOf('term', '2020-03-10', 'GM0014')).toBe('P3D');
    expect(settingsWith([], { rows: [{ municipality: 'GM0014', value: 'P5D' }] }).valueOf('term', '2020-03-10', 'GM0014')).toBe('P5D');
    expect(settingsWith([own('GM0014', 'P7D')], { rows: [{ municipality: 'GM0014', value: 'P5D' }] }).valueOf('term', '2020-03-10', 'GM0014')).toBe('P7D');
  });
});

describe('the day on which a setting gets another value', () => {
  it('is the first day of the next row, or the day after the last', () => {
    const settings = settingsWith([]);
    expect(['2020-01-01', '2025-12-31', '2026-01-01', '2027-12-31', '2028-01-01'].map((date) => settings.nextChange('age', date))).toEqual(['2026-01-01', '2026-01-01', '2028-01-01', '2028-01-01', undefined]);
  });

  it('does not come for one value without dates', () => {
    expect(settingsWith([]).nextChange('term', '2020-01-01')).toBeUndefined();
  });

  it('is that of the municipality, in the order of the days', () => {
    const settings = settingsWith([own('GM0014', 'P7D', ['2021-03-01', '2021-03-31']), own('GM0014', 'P3D', ['2020-03-01', '2020-03-31']), own('GM0034', 'P1D', ['2020-02-01'])]);
    expect(['2020-01-01', '2020-03-01', '2020-04-01', '2021-03-15', '2021-04-01'].map((date) => settings.nextChange('term', date, 'GM0014'))).toEqual(['2020-03-01', '2020-04-01', '2021-03-01', '2021-04-01', undefined]);
    expect([settings.nextChange('term', '2020-01-01', 'GM0034'), settings.nextChange('term', '2020-01-01', 'GM0153'), settings.nextChange('term', '2020-01-01')]).toEqual(['2020-02-01', undefined, undefined]);
  });
});

describe('the settings of a rule book', () => {
  it('tell which they are and how sure', () => {
    const settings = settingsWith([]);
    expect([settings.has('term'), settings.has('luck'), settings.confidenceOf('term'), settings.confidenceOf('age'), settings.confidenceOf('luck')]).toEqual([true, false, 'inferred', 'stated', undefined]);
    expect(settings.all.find(({ code }) => code === 'term')).toMatchObject({ label: 'term', overridableBy: 'municipality', confidence: 'inferred' });
  });
});
