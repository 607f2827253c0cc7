import { getEventType, type EventName } from '@trajectboek/events';
import { parse } from 'yaml';
import { once, readDataFile } from '../data-file.js';
import type { CatalogueRow } from './row.js';

type Said = Readonly<Partial<Record<EventName, Readonly<Record<string, string>>>>>;

const NOTHING: Said = {};

const saidAs = once(() => parse(readDataFile('data/said-as.yaml')) as Readonly<Record<string, Said>>);

/** Codes of data/said-as.yaml. */
export function codesSaidAsValue(): readonly string[] {
  return Object.keys(saidAs());
}

/** The values of closed lists by which a row is known in its events (data/said-as.yaml); empty for most rows. */
export function valuesOf({ code }: Pick<CatalogueRow, 'code'>): Said {
  return Object.hasOwn(saidAs(), code) ? saidAs()[code] ?? NOTHING : NOTHING;
}

/** What is wrong with the values of a row: an event that it does not have, or a value that is not in the list of the field. */
export function faultsOfValues(row: CatalogueRow): readonly string[] {
  return (Object.entries(valuesOf(row)) as [EventName, Readonly<Record<string, string>>][]).flatMap(([type, values]) => Object.entries(values)
    .filter(([name, value]) => {
      const list = getEventType(type).fields.find((field) => field.name === name)?.schema['enum'];
      return !row.events.includes(type) || !Array.isArray(list) || !list.includes(value);
    }).map(([name, value]) => `${row.code}: ${type}.${name} = ${value}`));
}
