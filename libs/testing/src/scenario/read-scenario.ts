import { isCivilDate, isMoment, type OrganisationUrn } from '@trajectboek/events';
import { parse } from 'yaml';
import { ScenarioError, type Scenario, type ScenarioCheck, type ScenarioEvent, type ScenarioOrganisation, type ScenarioSettings } from './scenario.js';
import { Shape } from './shape.js';
import { youthsOf } from './youths.js';

const ORGANISATION = /^urn:nld:oin:\d{20}$/;
const SCENARIO_ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/**
 * Reads a scenario file (YAML 1.2, scenario-format.md).
 * @throws ScenarioError with all faults at once
 */
export function readScenario(text: string): Scenario {
  const faults: string[] = [];
  const file = new Shape(parseYaml(text), '', faults);
  const organisations = new Map(file.entries('organisations').map(([alias, shape]) => [alias, organisationOf(alias, shape)]));
  const readEvents = eventReader(organisations);
  const scenario: Scenario = {
    id: scenarioId(file),
    title: file.optionalText('title') ?? '',
    kind: file.optionalText('kind') ?? '',
    organisations,
    youths: youthsOf(file, readEvents),
    checks: file.shapes('checks').map(checkOf),
    settings: settingsOf(file),
  };
  if (faults.length > 0) throw new ScenarioError(faults);
  return scenario;
}

function parseYaml(text: string): unknown {
  try {
    return parse(text);
  } catch (error) {
    const [firstLine] = error instanceof Error ? error.message.split('\n') : [];
    throw new ScenarioError([`geen geldige YAML: ${firstLine ?? 'onbekende fout'}`]);
  }
}

function scenarioId(file: Shape): string {
  const id = file.text('id');
  if (id !== '' && !SCENARIO_ID.test(id)) file.fault('id', 'is geen tekst in kleine letters met streepjes');
  return id;
}

function organisationOf(alias: string, shape: Shape): ScenarioOrganisation {
  const id = shape.text('id');
  if (id !== '' && !ORGANISATION.test(id)) shape.fault('id', 'is geen urn:nld:oin: met 20 cijfers');
  return { alias, id: id as OrganisationUrn, type: shape.optionalText('type') ?? '', municipality: shape.optionalText('municipality') ?? null };
}

/** Events get their place in the file in the order in which they are read. */
function eventReader(organisations: ReadonlyMap<string, ScenarioOrganisation>): (shapes: readonly Shape[]) => ScenarioEvent[] {
  let order = 0;
  let lastRecorded = '1900-01-01';
  return (shapes) => shapes.map((shape) => {
    const by = organisations.get(shape.text('by'));
    if (!by) shape.fault('by', 'is geen organisatie van dit bestand');
    const recorded = recordedOf(shape) ?? lastRecorded;
    lastRecorded = recorded;
    return {
      id: shape.text('id'), at: shape.optionalText('at'), recorded, order: order++, type: shape.text('type'),
      by: by ?? { alias: '', id: '' as OrganisationUrn, type: '', municipality: null },
      data: shape.has('data') ? shape.value('data') : {},
      refusedWith: refusalOf(shape),
    };
  });
}

/** Where the story gives no moment that exists, the event was logged together with the one above it. */
function recordedOf(shape: Shape): string | undefined {
  const recorded = shape.optionalText('recorded');
  if (recorded !== undefined && !isMoment(recorded)) shape.fault('recorded', 'is geen bestaande datum of tijdstip met tijdzone');
  const moment = recorded ?? shape.optionalText('at');
  return isMoment(moment) ? moment : undefined;
}

function refusalOf(shape: Shape): string | null {
  if (!shape.has('expect')) return null;
  if (shape.value('expect') === 'refused') return shape.text('why');
  shape.fault('expect', 'kan bij een gebeurtenis alleen "refused" zijn');
  return null;
}

const CHECK_TEXTS = ['asOf', 'knownAt', 'definition', 'reader', 'group', 'list', 'metric', 'from', 'to', 'by'] as const;

function checkOf(shape: Shape): ScenarioCheck {
  const texts = CHECK_TEXTS.filter((key) => shape.has(key)).map((key) => [key, shape.text(key)] as const);
  const asOf = shape.value('asOf');
  if (asOf !== undefined && !isCivilDate(asOf)) shape.fault('asOf', 'is geen bestaande datum');
  if (shape.value('expect') === undefined) shape.fault('expect', 'ontbreekt');
  return {
    ...Object.fromEntries(texts),
    ...(shape.has('published') && { published: shape.value('published') === true }),
    view: shape.text('view'),
    expect: shape.value('expect'),
  };
}

function settingsOf(file: Shape): ScenarioSettings {
  if (!file.has('settings')) return { programmesEnabled: null };
  const settings = file.shape('settings');
  const codes = settings.list('programmesEnabled').filter((code) => typeof code === 'string');
  return { programmesEnabled: codes };
}
