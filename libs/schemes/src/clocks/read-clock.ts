import type { EventName } from '@trajectboek/events';
import { CONFIDENCES, type Confidence } from '../definitions/definition.js';
import { readEventTests, type EventTest } from '../predicates/event-test.js';
import { hasField, readEventName, type Scope } from '../predicates/scope.js';
import { compilePeriod } from '../predicates/values.js';
import { compilePath } from '../predicates/paths.js';
import { DUTIES } from '../responsibility/rule-set.js';
import { isPeriod, readValidity } from '../rule-book/dates.js';
import type { Parties } from '../rule-book/parties.js';
import type { RegionNamesOf } from '../rule-book/regions.js';
import type { Tree } from '../rule-book/tree.js';
import { CLOCK_KINDS, CLOCK_TYPES, type Clock, type ClockOwner, type CountsFrom, type Extension, type Instances, type PeriodOf, type Waiver } from './clock.js';
import { readApplies } from './read-applies.js';
import { readDue } from './read-due.js';

const KEYS = [
  'code', 'nl', 'rule', 'group', 'kind', 'type', 'startsOn', 'due', 'satisfiedBy', 'cancelledBy', 'appliesTo', 'owner', 'warnBefore',
  'validFrom', 'validUntil', 'source', 'confidence', 'duty', 'lookBack', 'countsFrom', 'instances', 'appliesAt', 'contactEvery',
  'waivers', 'dataClasses', 'replacedBy', 'startCounts', 'extendedBy', 'note', 'enabledByDefault',
];
const WAIVER_KEYS = ['code', 'kind', 'ground', 'municipality', 'region', 'when', 'validFrom', 'validUntil', 'source', 'confidence', 'note'];
/** Warns this long ahead where the clock says nothing itself. */
const WARN_SETTING = { setting: 'warnBefore' };

/** What clocks share with the rest of the rule book. */
export interface ClockSurroundings {
  readonly scope: Scope;
  readonly parties: Parties;
  readonly regionNamesOf: RegionNamesOf;
}

export function readClock(tree: Tree, surroundings: ClockSurroundings): Clock {
  tree.allowOnly(KEYS);
  const startsOn = readStarts(tree.at('startsOn'), surroundings.scope);
  const scope: Scope = { ...surroundings.scope, started: startsOn.map(({ type }) => type) };
  return { ...readHead(tree), startsOn, startTypes: [...new Set(scope.started)], ...readTerm(tree, scope), ...readActs(tree, scope), ...readReach(tree, { ...surroundings, scope }) };
}

type Head = Pick<Clock, 'code' | 'label' | 'rule' | 'group' | 'kind' | 'type' | 'duty' | 'source' | 'confidence' | 'dataClasses' | 'replacedBy' | 'validFrom' | 'validUntil'>;

function readHead(tree: Tree): Head {
  return {
    code: tree.at('code').text(), label: tree.at('nl').text(), rule: tree.at('rule').text(), group: tree.at('group').text(),
    kind: tree.at('kind').oneOf(CLOCK_KINDS), type: tree.at('type').oneOf(CLOCK_TYPES),
    duty: tree.has('duty') ? tree.at('duty').oneOf(DUTIES) : 'must',
    source: tree.at('source').texts(), confidence: tree.at('confidence').oneOf(CONFIDENCES),
    dataClasses: tree.has('dataClasses') ? tree.at('dataClasses').texts() : [],
    replacedBy: tree.at('replacedBy').textOr(null), ...readValidity(tree),
  };
}

/** The condition of a start may name the start itself: the event under test. */
function readStarts(tree: Tree, scope: Scope): readonly EventTest[] {
  return tree.oneOrMore().flatMap((item) => {
    const type = readEventName(item.at('event'));
    return type ? readEventTests(item, { ...scope, started: [type] }) : [];
  });
}

type Term = Pick<Clock, 'due' | 'dateConfidence' | 'warnBefore' | 'lookBack' | 'countsFrom' | 'startCounts' | 'instances' | 'contactEvery'>;

function readTerm(tree: Tree, scope: Scope): Term {
  const warn = tree.has('warnBefore') ? tree.at('warnBefore') : tree.with(WARN_SETTING);
  return {
    due: readDue(tree.at('due'), scope),
    dateConfidence: readDateConfidence(tree, scope),
    warnBefore: compilePeriod(warn, scope),
    lookBack: readPeriod(tree, 'lookBack', scope),
    countsFrom: readCountsFrom(tree, scope),
    startCounts: tree.at('startCounts').flagOr(false),
    instances: readInstances(tree.at('instances'), scope),
    contactEvery: readContactEvery(tree.at('contactEvery')),
  };
}

/** The least sure of the settings that the date is counted with; without one as sure as the duty. */
function readDateConfidence(tree: Tree, { settings }: Scope): Confidence {
  const ofSettings = settingsIn(tree.at('due').value).map((code) => settings.confidenceOf(code));
  return CONFIDENCES.findLast((confidence) => ofSettings.includes(confidence)) ?? tree.at('confidence').oneOf(CONFIDENCES);
}

function settingsIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) => (key === 'setting' && typeof inner === 'string' ? [inner] : settingsIn(inner)));
}

function readPeriod(tree: Tree, key: string, scope: Scope): PeriodOf | undefined {
  return tree.has(key) ? compilePeriod(tree.at(key), scope) : undefined;
}

function readCountsFrom(tree: Tree, scope: Scope): CountsFrom | undefined {
  if (!tree.has('countsFrom')) return undefined;
  const counts = tree.at('countsFrom');
  counts.allowOnly(['afterStart', 'beforeDue']);
  const kind = counts.has('afterStart') ? 'afterStart' : 'beforeDue';
  return { kind, by: compilePeriod(counts.at(kind), scope) };
}

function readInstances(tree: Tree, { started }: Scope): Instances {
  if (tree.value === undefined) return { kind: 'each' };
  if (!tree.isMapping()) return { kind: tree.oneOf(['each', 'latest', 'once']) };
  tree.allowOnly(['latestPer']);
  const fields = tree.at('latestPer').texts();
  for (const field of fields) if (!hasField(started, field)) tree.fault(`no field "${field}" at the start`);
  return { kind: 'latestPer', fields };
}

function readContactEvery(tree: Tree): string | null {
  if (tree.value === undefined || tree.value === null) return null;
  if (!isPeriod(tree.value)) tree.fault('is not a period of days, months or years');
  return tree.text();
}

type Acts = Pick<Clock, 'satisfiedBy' | 'cancelledBy' | 'extendedBy' | 'watches'>;

function readActs(tree: Tree, scope: Scope): Acts {
  const [satisfiedBy, cancelledBy] = [readEventTests(tree.at('satisfiedBy'), scope), readEventTests(tree.at('cancelledBy'), scope)];
  const extendedBy = tree.has('extendedBy') ? tree.at('extendedBy').items().flatMap((item) => readExtension(item, scope)) : [];
  const watches = new Set<EventName>([...satisfiedBy, ...cancelledBy, ...extendedBy].map(({ type }) => type));
  return { satisfiedBy, cancelledBy, extendedBy, watches: watches.add('TrajectoryClosed') };
}

function readExtension(tree: Tree, scope: Scope): readonly Extension[] {
  return readEventTests(tree, scope).map((test) => {
    const [root, field = ''] = tree.at('until').text().split('.');
    if (root !== 'data' || !hasField([test.type], field)) tree.at('until').fault('is not a field of the event');
    return { ...test, until: field };
  });
}

type Reach = Pick<Clock, 'appliesTo' | 'appliesAt' | 'owner' | 'waivers' | 'enabledByDefault'>;

function readReach(tree: Tree, surroundings: ClockSurroundings): Reach {
  const enabledByDefault = tree.at('enabledByDefault').flagOr(true);
  return {
    enabledByDefault,
    appliesTo: readApplies(tree.at('appliesTo'), surroundings, { onlyWhere: enabledByDefault }),
    appliesAt: tree.has('appliesAt') ? tree.at('appliesAt').oneOf(['start', 'asOf']) : 'start',
    owner: readOwner(tree.at('owner'), surroundings),
    waivers: tree.has('waivers') ? tree.at('waivers').items().map((waiver) => readWaiver(waiver, surroundings)) : [],
  };
}

function readOwner(tree: Tree, { parties, scope }: ClockSurroundings): ClockOwner {
  tree.allowOnly(['party', 'of']);
  return { party: parties.read(tree.at('party')), of: tree.has('of') ? compilePath(tree.at('of'), scope) : null };
}

function readWaiver(tree: Tree, surroundings: ClockSurroundings): Waiver {
  tree.allowOnly(WAIVER_KEYS);
  return { code: tree.at('code').text(), when: readApplies(tree, surroundings, { onlyWhere: true }), ...readValidity(tree) };
}
