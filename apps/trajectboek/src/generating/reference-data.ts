import { regionsOf } from '@trajectboek/catalogue';
import { parse } from 'csv-parse/sync';
import { readFileSync } from 'node:fs';

type Row = Readonly<Record<string, string>>;

/** A municipality of 2023 with what decides how many youths live there and how they fare. */
export interface Place {
  readonly municipality: string;
  readonly rmcRegion: string;
  /** On 1 January 2016 (CBS), of the municipalities that it consists of now. */
  readonly inhabitants: number;
  /** Early leaving in the RMC region, as a multiple of that of the country. */
  readonly leaving: number;
  /** Share of youths in a vulnerable position who are at school or at work a year after leaving pro, vso or entree. */
  readonly arriving: number;
}

const EARLY_LEAVERS_OF_THE_COUNTRY = { schoolYear: '2023-2024', measure: 'pct_vsv_mbo' } as const;

export function readPlaces(): readonly Place[] {
  const leaving = leavingByRegion();
  const arriving = new Map(rowsOf('jikp-rmc-2021-2022.csv').map((row) => [cell(row, 'rmc_regio_nr'), Number(cell(row, 'pct_jongeren_in_kwetsbare_positie')) / 100]));
  return rowsOf('inwoners-2016.csv').map((row) => {
    const municipality = cell(row, 'gm_code');
    const rmcRegion = regionsOf(municipality).rmcRegion?.code ?? unknown(`the RMC region of ${municipality}`);
    return {
      municipality, rmcRegion, inhabitants: Number(cell(row, 'inwoners')),
      leaving: leaving.get(rmcRegion) ?? 1,
      arriving: arriving.get(rmcRegion) ?? unknown(`the transition share of region ${rmcRegion}`),
    };
  });
}

/** Regions of which the figure is not known leave as the country does. */
function leavingByRegion(): ReadonlyMap<string, number> {
  const rows = rowsOf('vsv-rmc-2016-2017-deel.csv').map((row) => [cell(row, 'rmc_regio_nr'), Number(cell(row, 'vsv_pct'))] as const);
  const weights = inhabitantsByRegion();
  const total = sum(rows, ([region]) => weights.get(region) ?? 0);
  const mean = sum(rows, ([region, percentage]) => percentage * (weights.get(region) ?? 0)) / total;
  return new Map(rows.map(([region, percentage]) => [region, percentage / mean]));
}

function inhabitantsByRegion(): ReadonlyMap<string, number> {
  const totals = new Map<string, number>();
  for (const row of rowsOf('inwoners-2016.csv')) {
    const region = regionsOf(cell(row, 'gm_code')).rmcRegion?.code ?? '';
    totals.set(region, (totals.get(region) ?? 0) + Number(cell(row, 'inwoners')));
  }
  return totals;
}

/** Percentage of mbo students who leave early in a year, of the whole country. */
export function nationalLeaving(): number {
  const { schoolYear, measure } = EARLY_LEAVERS_OF_THE_COUNTRY;
  const row = rowsOf('vsv-landelijk-2016-2024.csv').find((one) => one['schooljaar'] === schoolYear && one['maat'] === measure);
  return Number(cell(row ?? unknown('the national percentage of early leavers'), 'waarde'));
}

/** The national norm of early leaving per mbo level, in percent; the decimals of the file are lost upstream. */
export function leavingNorms(): ReadonlyMap<number, number> {
  const rows = rowsOf('vsv-landelijke-normen.csv').filter((row) => row['teljaar'] === EARLY_LEAVERS_OF_THE_COUNTRY.schoolYear && row['mbo_niveau'] !== '');
  return new Map(rows.map((row) => [Number(cell(row, 'mbo_niveau')), Number(cell(row, 'norm_vsv')) / 1_000]));
}

function rowsOf(file: string): readonly Row[] {
  return parse<Row>(readFileSync(new URL(`../../data/generating/${file}`, import.meta.url), 'utf8'), { columns: true, skip_empty_lines: true });
}

function cell(row: Row, column: string): string {
  return row[column] ?? unknown(`column ${column}`);
}

function sum<Item>(items: readonly Item[], valueOf: (item: Item) => number): number {
  return items.reduce((total, item) => total + valueOf(item), 0);
}

function unknown(what: string): never {
  throw new Error(`the reference data do not give ${what}`);
}
