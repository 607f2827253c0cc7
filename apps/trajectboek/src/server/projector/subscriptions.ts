import { HANDOVERS, handoverRows } from '@trajectboek/handovers';
import { MEMBERSHIPS, membershipRows } from '@trajectboek/memberships';
import type { YouthProjection } from '@trajectboek/projection-runner';
import type { RuleBook } from '@trajectboek/schemes';
import { enabledFor, type OrganisationSettings } from '@trajectboek/settings';
import { organisationsIn } from '@trajectboek/situation';
import { SITUATIONS, situationRows } from '@trajectboek/situations';
import type { ViewDeclaration } from '@trajectboek/view-store';
import { WORK_ITEMS, workListRows } from '@trajectboek/worklists';

/** The stored views. */
export const VIEWS: readonly ViewDeclaration[] = [SITUATIONS, HANDOVERS, MEMBERSHIPS, WORK_ITEMS];

type Settings = Pick<OrganisationSettings, 'programmesOf' | 'refresh' | 'version'>;

/** The stored views and their folds, on one screen. */
export function subscriptions(ruleBook: RuleBook, settings: Settings): readonly YouthProjection[] {
  const rules = ruleBook.settings;
  return [
    { declaration: SITUATIONS, rowsOf: (chronicle) => situationRows(chronicle, rules) },
    { declaration: HANDOVERS, rowsOf: (chronicle) => handoverRows(chronicle, rules) },
    { declaration: MEMBERSHIPS, rowsOf: (chronicle) => membershipRows(chronicle, rules) },
    workLists(ruleBook, settings),
  ];
}

/** Room for the choices of organisations between two versions of the rows. */
const CHOICES = 1_000_000;

/** Which clocks run depends on what organisations chose: another choice is another version of the view, and means a rebuild. */
export function workLists(ruleBook: RuleBook, settings: Settings): YouthProjection {
  return {
    declaration: { ...WORK_ITEMS, version: WORK_ITEMS.version * CHOICES + settings.version },
    rowsOf(chronicle) {
      // An event that was recorded after a choice is folded with it, also before the rebuild that the choice asks for.
      settings.refresh();
      return workListRows(chronicle, { ruleBook, enabledFor: () => enabledFor(settings, organisationsIn(chronicle)) });
    },
  };
}
