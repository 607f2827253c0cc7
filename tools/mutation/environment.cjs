const { TestEnvironment } = require('jest-environment-node');

/** Kinds that Jest's `toEqual` compares by constructor: code from outside and from inside must have the same. */
const SHARED = { Set, Map };

/** Stryker asks for the tests of a mutant by a pattern with all their names, `(one)|(two)`; of a thousand names that pattern takes seconds, and a set no time. */
function namesIn(pattern) {
  const names = new Set(pattern.slice(1, -1).split(')|(').map((name) => name.replace(/\\(.)/gs, '$1')));
  return { test: (name) => names.has(name) };
}

/** Node's environment, with the code that is not mutated loaded once for all mutants, and the other tests skipped once a mutant is killed. */
class MutationEnvironment extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    this.isKilled = false;
    Object.assign(this.global, SHARED, { loadOutside: require });
  }

  handleTestEvent(event, state) {
    if (event.name === 'setup' && event.testNamePattern) state.testNamePattern = namesIn(event.testNamePattern);
    if (event.name === 'test_fn_failure' && '__STRYKER_ACTIVE_MUTANT__' in process.env) this.isKilled = true;
    if (event.name === 'test_start' && this.isKilled) event.test.mode = 'skip';
  }
}

module.exports = MutationEnvironment;
