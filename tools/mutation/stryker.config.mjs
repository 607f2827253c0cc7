import { OUT } from './reports.mjs';
import { chosenProject } from './projects.mjs';

const { name, folder } = chosenProject();

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  mutate: [`${folder}/src/**/*.ts`, `!${folder}/src/**/*.spec.ts`, `!${folder}/src/**/testing/**`, `!${folder}/src/**/index.ts`],
  // The sandbox needs the project and what its specs read; everything else comes from node_modules, which is a link.
  ignorePatterns: ['**', '!/package.json', '!/jest.config.mjs', '!/.swcrc', '!/tools/mutation/**', '!/libs/{situation,schemes,catalogue}/{src,data}/**', '!/projections/continuity/src/**', '!/apps/trajectboek/demo/**'],
  tempDirName: `${OUT}/sandbox-${name}`,
  cleanTempDir: 'always',
  mutator: {
    // Texts are Dutch labels, which people judge, or codes of a union type, which the compiler judges: another text does not build.
    excludedMutations: ['StringLiteral'],
  },
  // What runs only when a module is loaded is a table of data; each such mutant would need all specs.
  ignoreStatic: true,
  testRunner: 'jest',
  jest: { projectType: 'custom', configFile: 'tools/mutation/jest.config.mjs', enableFindRelatedTests: false },
  testRunnerNodeArgs: ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'],
  coverageAnalysis: 'perTest',
  concurrency: Number(process.env.MUTATION_CONCURRENCY ?? 1),
  // Each run leaves the code of one test context behind; a new process is cheaper than gigabytes.
  maxTestRunnerReuse: 300,
  timeoutMS: 20_000,
  // A run that is stopped with Ctrl-C goes on where it was; only what changed since is tested again.
  incremental: true,
  incrementalFile: `${OUT}/${name}.incremental.json`,
  reporters: ['json', 'progress-append-only', 'event-recorder'],
  eventReporter: { baseDir: `${OUT}/events-${name}` },
  jsonReporter: { fileName: `${OUT}/${name}.json` },
  allowConsoleColors: false,
  thresholds: { high: 95, low: 90, break: 90 },
};
