import { dayAfter, type CivilDate } from '@trajectboek/events';
import { CONFIDENCES, type Confidence } from '../definitions/definition.js';
import type { Settings } from '../youth-on-date.js';
import { isInForceOn, readValidity, type Validity } from './dates.js';
import type { Tree } from './tree.js';

export type SettingValue = string | number;

interface SettingRow extends Validity {
  readonly value: SettingValue;
  /** Null: the default, for every municipality. */
  readonly municipality: string | null;
}

/** A value that one municipality has chosen for a setting that is `overridableBy: municipality`. */
export interface SettingOverride extends Validity {
  readonly setting: string;
  readonly municipality: string;
  readonly value: SettingValue;
}

export interface Setting {
  readonly code: string;
  readonly label: string;
  readonly overridableBy: string;
  readonly confidence: Confidence;
  readonly rows: readonly SettingRow[];
}

const KEYS = ['code', 'nl', 'value', 'values', 'use', 'overridableBy', 'source', 'confidence', 'note', 'rows'];

/** The settings of a rule book: dated, and where the rule allows it with a value of its own per municipality. */
export class DatedSettings implements Settings {
  readonly #byCode: ReadonlyMap<string, Setting>;

  constructor(readonly all: readonly Setting[]) {
    this.#byCode = new Map(all.map((setting) => [setting.code, setting]));
  }

  has(code: string): boolean {
    return this.#byCode.has(code);
  }

  /** How sure a value is; undefined for a code that the rule book does not have. */
  confidenceOf(code: string): Confidence | undefined {
    return this.#byCode.get(code)?.confidence;
  }

  /** @throws Error for a code that the rule book does not have, or a date on which it has no value */
  valueOf(code: string, date: CivilDate, municipality?: string): SettingValue {
    // What a municipality chose stands after what holds for all.
    const row = this.#rows(code, municipality).findLast((candidate) => isInForceOn(candidate, date));
    if (!row) throw new Error(`the setting ${code} has no value on this date`);
    return row.value;
  }

  nextChange(code: string, date: CivilDate, municipality?: string): CivilDate | undefined {
    const rows = this.#rows(code, municipality);
    if (rows.length === 1) return undefined;
    return rows
      .flatMap(({ validFrom, validUntil }) => [validFrom ?? '', validUntil === null ? '' : dayAfter(validUntil)])
      .filter((boundary) => boundary > date)
      .sort()[0];
  }

  #rows(code: string, municipality: string | undefined): readonly SettingRow[] {
    const setting = this.#byCode.get(code);
    if (!setting) throw new Error(`the rule book has no setting ${code}`);
    return setting.rows.length === 1 ? setting.rows : setting.rows.filter((row) => row.municipality === null || row.municipality === municipality);
  }
}

export function readSettings(tree: Tree, overrides: readonly SettingOverride[]): DatedSettings {
  const settings = tree.items().map((item) => readSetting(item, overrides));
  const codes = new Set(settings.map(({ code }) => code));
  for (const { setting } of overrides) if (!codes.has(setting)) tree.fault(`unknown setting "${setting}" in an override`);
  return new DatedSettings(settings);
}

function readSetting(tree: Tree, overrides: readonly SettingOverride[]): Setting {
  tree.allowOnly(KEYS);
  const code = tree.at('code').text();
  const overridableBy = tree.at('overridableBy').text();
  const own = [...readMunicipalRows(tree), ...overrides.filter(({ setting }) => setting === code)];
  if (own.length > 0 && overridableBy !== 'municipality') tree.fault('a municipality may not have a value of its own');
  return { code, label: tree.at('nl').text(), overridableBy, confidence: tree.at('confidence').oneOf(CONFIDENCES), rows: [...readDefaults(tree), ...own] };
}

function readDefaults(tree: Tree): readonly SettingRow[] {
  if (!tree.has('values')) return [{ value: readValue(tree.at('value')), municipality: null, validFrom: null, validUntil: null }];
  return tree.at('values').items().map((row) => ({ value: readValue(row.at('value')), municipality: null, ...readValidity(row, 'from', 'until') }));
}

function readMunicipalRows(tree: Tree): readonly SettingRow[] {
  if (!tree.has('rows')) return [];
  return tree.at('rows').items().map((row) => {
    row.allowOnly(['municipality', 'value', 'validFrom', 'validUntil']);
    return { value: readValue(row.at('value')), municipality: row.at('municipality').text(), ...readValidity(row) };
  });
}

function readValue(tree: Tree): SettingValue {
  if (typeof tree.value === 'string' || typeof tree.value === 'number') return tree.value;
  tree.fault('is not a text or a number');
  return '';
}
