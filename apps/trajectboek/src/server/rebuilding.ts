import { BuildAbandonedError, NoFormerGenerationError, type Comparison, type Decide, type Decision, type ProjectionRunner } from '@trajectboek/projection-runner';
import { UserError } from '../cli/user-error.js';
import type { Difference, RebuildData, RebuildRequest, RebuiltView, RollBackData } from '../maintenance.js';
import { createCore } from './core.js';
import { openExisting } from './existing-data.js';
import { createRunner, fillElsewhere } from './projector/create-runner.js';
import { subscriptions } from './projector/subscriptions.js';

const KINDS: Readonly<Record<Difference['kind'], string>> = {
  missing: 'een rij verdwijnt', unexpected: 'een rij komt erbij', different: 'een rij wordt anders', 'not-computable': 'de rijen zijn niet te berekenen',
};

/**
 * Builds views anew beside the live ones, holds them against those row by row, and switches when they agree or differences
 * are accepted. It may run beside a server, which goes on with the new ones; a rebuild that dies leaves the live ones as
 * they are.
 */
export const rebuildData: RebuildData = (dataFolder, onProgress, request = {}) => withRunner(dataFolder, async (runner, names) => {
  const chosen = request.view ?? 'all';
  checkName(chosen, ['all', ...names]);
  const startedMs = performance.now();
  let [events, builtMs] = [0, startedMs];
  const { decision, comparisons } = await runner.rebuild(chosen, {
    decide: gateOf(request),
    report: (progress) => {
      events = progress.events;
      if (progress.phase === 'comparing') builtMs = performance.now();
      onProgress(progress.events, progress.totalEvents);
    },
  });
  const times = { milliseconds: builtMs - startedMs, comparedInMs: performance.now() - builtMs };
  return comparisons.map((comparison): RebuiltView => ({ ...resultOf(comparison, decision), events, ...times }));
});

/** Puts the views in place that were live before, in one step each. */
export const rollBackData: RollBackData = (dataFolder, view) => withRunner(dataFolder, async (runner, names) => {
  checkName(view, names);
  await runner.rollBack(view);
});

/** All new generations take their place together, or none does. */
function gateOf({ acceptDifferences = false, keep = false }: RebuildRequest): Decide {
  return (comparisons) => {
    if (acceptDifferences || comparisons.every(({ differences }) => differences === 0)) return 'switch';
    return keep ? 'set-aside' : 'discard';
  };
}

function resultOf({ view, kind, youths, rows, liveRows, differences, first }: Comparison, decision: Decision): Omit<RebuiltView, 'events' | 'milliseconds' | 'comparedInMs'> {
  return {
    name: view, outcome: OUTCOMES[decision], compared: kind === 'compared', youths, rows, liveRows, differences,
    first: first.map((one) => ({ ...one, detail: KINDS[one.kind] })),
  };
}

const OUTCOMES: Readonly<Record<Decision, RebuiltView['outcome']>> = { switch: 'switched', discard: 'refused', 'set-aside': 'kept-aside' };

function checkName(name: string, names: readonly string[]): void {
  if (!names.includes(name)) throw new UserError(`Er is geen overzicht ${name}; er zijn: ${names.join(', ')}. (No such view.)`);
}

async function withRunner<T>(dataFolder: string, work: (runner: ProjectionRunner, names: readonly string[]) => Promise<T>): Promise<T> {
  const stores = await openExisting(dataFolder);
  const core = createCore(stores);
  const runner = createRunner(stores, core, { elsewhere: fillElsewhere(dataFolder) });
  try {
    return await work(runner, subscriptions(core.ruleBook, stores.settings).map(({ declaration }) => declaration.name));
  } catch (error) {
    throw asUserError(error);
  } finally {
    await runner.stop();
    await stores.close();
  }
}

function asUserError(error: unknown): unknown {
  if (error instanceof BuildAbandonedError) return new UserError('Een ander is deze overzichten ook aan het opbouwen, en gaat voor. (Another build of the same views took over.)', { cause: error });
  if (!(error instanceof NoFormerGenerationError)) return error;
  const why = error.reason === 'none' ? 'er is geen vorige opbouw bewaard' : 'de vorige opbouw hoort bij een andere versie van Trajectboek of van de instellingen';
  return new UserError(`Overzicht ${error.view} kan niet terug: ${why}. (No former generation to put back.)`, { cause: error });
}
