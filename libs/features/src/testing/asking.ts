import type { Clock, IdentityIndexPort, OrganisationSettingsPort, RequestAccess, RuleBookPort } from '@trajectboek/api';
import type { OrganisationUrn, TrajectoryId } from '@trajectboek/events';
import { EnabledClocks } from '../youths/enabled-clocks.js';
import type { Histories } from '../youths/histories.js';
import { Members } from '../youths/members.js';
import { Pages } from '../youths/pages.js';
import { head, type Moment } from '../youths/moment.js';
import type { Population } from '../youths/population.js';
import { StoredRows } from '../youths/stored-rows.js';
import type { ViewHeads } from '../youths/view-heads.js';
import { Youths } from '../youths/youths.js';
import { RULES, storeOf, type Told } from './stored-youths.js';

/** Later than anything was recorded: the same knowledge, asked in a way that only the ledger can answer. */
export const LATER = '2100-01-01';
export const AUDITOR = { caller: { role: 'auditor', organisation: 'urn:nld:oin:00000099000000000000' } } as unknown as RequestAccess;
export const RULE_BOOK = { value: RULES } as unknown as RuleBookPort;
export const CLOCK = { now: () => '2030-01-01T12:00:00.000Z' } as unknown as Clock;
export const HEADS = { at: (moment: Moment) => Promise.resolve(head(moment, { position: 0, recordedAt: null })), waitFor: () => Promise.resolve() } as unknown as ViewHeads;
export const CLOCKS = new EnabledClocks({ programmesOf: () => [] } as unknown as OrganisationSettingsPort);

/** Turned round: another order than the keys have, and the same each time. */
export const PAGES = new Pages({ of: (text) => Buffer.from([...text].toReversed().join('')).toString('hex') });

export function guideOf(organisation: OrganisationUrn): RequestAccess {
  return { caller: { role: 'guide', organisation } } as unknown as RequestAccess;
}

/** The parts that a handler asks, over a ledger and stored views of some youths; `read` tells whose history was read. */
export function partsOf(told: readonly Told[]) {
  const store = storeOf(told);
  const events = new Map(told.map((youth) => [youth.trajectoryId, youth.events]));
  const members = new Members(store);
  const population = { histories: async function* () { for (const { trajectoryId } of told) yield { trajectoryId, events: events.get(trajectoryId) ?? [] }; } } as unknown as Population;
  const read: TrajectoryId[] = [];
  const histories = {
    of: (trajectoryId: TrajectoryId) => {
      read.push(trajectoryId);
      return Promise.resolve(events.get(trajectoryId) ?? []);
    },
  } as unknown as Histories;
  const youths = new Youths(population, histories, members, RULE_BOOK, { exists: () => true } as unknown as IdentityIndexPort);
  return { store, members, youths, rows: new StoredRows(store), read };
}
