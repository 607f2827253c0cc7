// fast-check with fewer and always the same examples: a mutant that lives today must not die of chance tomorrow.
const { default: real } = globalThis.loadOutside('fast-check');
const RUNS = Number(process.env.MUTATION_RUNS ?? 10);

function assert(property, parameters = {}) {
  return real.assert(property, { ...parameters, seed: 1, numRuns: Math.min(parameters.numRuns ?? RUNS, RUNS) });
}

export default { ...real, assert };
