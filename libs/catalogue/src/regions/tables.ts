import { parse } from 'csv-parse/sync';
import { once, readDataFile } from '../data-file.js';

export interface Region {
  /** Number in the list that the region comes from. */
  readonly code: string;
  readonly name: string;
}

/** A municipality of a list, with the region that the list puts it in. */
export interface Placed {
  readonly municipality: string;
  readonly municipalityName: string;
  /** The municipality of 2023 that it is in now; the same one when it still exists. */
  readonly successor: string;
  readonly region: Region;
}

type Row = Readonly<Record<string, string>>;

function rowsOf(file: string): readonly Row[] {
  return parse<Row>(readDataFile(`data/${file}`), { columns: true, skip_empty_lines: true });
}

function cell(row: Row, column: string): string {
  const value = row[column];
  if (value === undefined || value === '') throw new Error(`a row of a region table has no ${column}`);
  return value;
}

/** RMC regions (Doorstroompunt) as laid out from 2020, of the municipalities of 2023. */
export const rmcRegionsOf2023 = once(() => rowsOf('gemeenten-2023-rmc.csv').map((row): Placed => ({
  municipality: cell(row, 'gm_code'), municipalityName: cell(row, 'gemeente'), successor: cell(row, 'gm_code'),
  region: { code: cell(row, 'rmc_regio_nr'), name: cell(row, 'rmc_regio_naam') },
})));

/** RMC regions of 2015 (BWBR0031387, annex C). */
export const rmcRegionsOf2015 = once(() => rowsOf('rmc-regios-2015-gemeenten.csv').map((row): Placed => ({
  ...placeOf2015(row, 'gemeente_zoals_in_bijlage_c'),
  region: { code: cell(row, 'rmc_regio_nr'), name: cell(row, 'rmc_regio_naam_2015') },
})));

/** Labour-market regions of 2015 (BWBR0036164, annex 3). */
export const labourMarketRegionsOf2015 = once(() => rowsOf('arbeidsmarktregios-2015-gemeenten.csv').map((row): Placed => ({
  ...placeOf2015(row, 'gemeente_zoals_in_bijlage_3'),
  region: { code: cell(row, 'nr'), name: cell(row, 'arbeidsmarktregio_2015') },
})));

function placeOf2015(row: Row, nameColumn: string): Omit<Placed, 'region'> {
  return {
    municipality: `GM${cell(row, 'gemeentecode_rvig')}`, municipalityName: cell(row, nameColumn),
    successor: `GM${cell(row, 'opvolger_gemeentecode_2023')}`,
  };
}
