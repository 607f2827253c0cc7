import nx from '@nx/eslint-plugin';
import { builtinModules } from 'node:module';
import tseslint from 'typescript-eslint';

/** Who may import whom (docs/adr/0002): messages <- domain <- decider; ports know no adapters; apps know everything but apps. */
export const LAYERS = {
  'type:messages': ['type:messages'],
  'type:domain': ['type:messages', 'type:domain'],
  'type:decider': ['type:messages', 'type:domain', 'type:decider'],
  'type:data': ['type:messages', 'type:domain'],
  'type:port': ['type:messages', 'type:domain', 'type:decider', 'type:port'],
  'type:adapter': ['type:messages', 'type:domain', 'type:port'],
  'type:projection': ['type:messages', 'type:domain', 'type:port', 'type:projection'],
  'type:api': ['type:messages', 'type:domain', 'type:decider', 'type:port', 'type:api'],
  'type:feature': ['type:messages', 'type:domain', 'type:decider', 'type:data', 'type:port', 'type:projection', 'type:api', 'type:feature'],
  'type:testing': ['type:messages', 'type:domain', 'type:decider', 'type:data'],
  'type:app': ['type:messages', 'type:domain', 'type:decider', 'type:data', 'type:port', 'type:projection', 'type:api', 'type:feature', 'type:adapter', 'type:testing'],
};
/** What specs of any layer may import besides: builders and stories, and the rules as data. */
const FOR_SPECS = ['type:testing', 'type:data'];

function boundariesOf(extra) {
  return {
    enforceBuildableLibDependency: false,
    allow: [],
    // Only specs import the builders, so that no running code goes round in a circle.
    ignoredCircularDependencies: [['testing', '*']],
    depConstraints: Object.entries(LAYERS).map(([sourceTag, layers]) => ({ sourceTag, onlyDependOnLibsWithTags: [...new Set([...layers, ...extra])] })),
  };
}

export const BOUNDARIES = boundariesOf([]);

const TOO_MANY_PARAMETERS = 'At most 3 parameters: name them in one object.';
const MOST = 3;
/** The columns of `it.each(table)(title, (a, b, c, d) => …)` and of `fc.property(…, (a, b, c, d) => …)` are no parameters that anybody passes. */
const NOT_IN_A_TABLE = ':not(CallExpression[callee.type="CallExpression"] > ArrowFunctionExpression, CallExpression[callee.property.name=/^(property|asyncProperty)$/] > ArrowFunctionExpression)';

function limitsWith(notThese) {
  return [
    { selector: `FunctionDeclaration[params.length>${MOST}]`, message: TOO_MANY_PARAMETERS },
    { selector: `ArrowFunctionExpression[params.length>${MOST}]${notThese}`, message: TOO_MANY_PARAMETERS },
    { selector: `MethodDefinition[kind!="constructor"] > FunctionExpression[params.length>${MOST}]`, message: TOO_MANY_PARAMETERS },
    { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' },
  ];
}

const TIME = 'Time comes in with the question or the command.';
const RANDOMNESS = 'Randomness comes in with the command.';
const CLOCKS = [
  { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: TIME },
  { selector: 'CallExpression[callee.name="Date"]', message: TIME },
  { selector: 'MemberExpression[object.name="Date"][property.name="now"]', message: TIME },
  { selector: 'MemberExpression[object.name="Temporal"][property.name="Now"]', message: TIME },
  { selector: 'MemberExpression[object.name="Math"][property.name="random"]', message: RANDOMNESS },
];
const PLATFORM = ['process', 'Buffer', 'performance', 'crypto', 'fetch', 'setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask'];
const NO_PLATFORM = 'The pure core knows no platform, framework or engine.';

const PURE = ['libs/events/src/**/*.ts', 'libs/schemes/src/**/*.ts', 'libs/situation/src/**/*.ts', 'libs/trajectory/src/**/*.ts', 'libs/access/src/**/*.ts', 'projections/*/src/**/*.ts'];
const SPECS = ['**/*.spec.ts', '**/contract/**/*.ts', '**/testing.ts', '**/testing/**/*.ts', '**/testkit/**/*.ts', 'libs/testing/src/**/*.ts'];

export default tseslint.config(
  { ignores: ['**/dist/**', '**/node_modules/**', '**/*.mjs', '**/*.cjs', '.nx/**', 'data/**', 'docs/**', 'bench/**'] },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommended],
    languageOptions: { parserOptions: { projectService: true } },
    plugins: { '@nx': nx },
    rules: {
      '@nx/enforce-module-boundaries': ['error', BOUNDARIES],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'max-lines': ['error', { max: 200, skipBlankLines: false, skipComments: false }],
      'max-lines-per-function': ['error', { max: 30, skipBlankLines: true, skipComments: true }],
      'no-restricted-syntax': ['error', ...limitsWith('')],
    },
  },
  {
    files: PURE,
    ignores: SPECS,
    rules: {
      'no-restricted-syntax': ['error', ...limitsWith(''), ...CLOCKS],
      'no-restricted-globals': ['error', ...PLATFORM.map((name) => ({ name, message: NO_PLATFORM }))],
      'no-restricted-imports': ['error', {
        // Node's own modules go by a short name as well; `fs` as a pattern would forbid a folder of that name.
        paths: builtinModules.map((name) => ({ name, message: NO_PLATFORM })),
        patterns: [{ group: ['node:*', '@nestjs/*', 'fastify', '@fastify/*', 'ioredis', '@eventstore/*', 'pino', 'jose'], message: NO_PLATFORM }],
      }],
    },
  },
  {
    files: SPECS,
    rules: {
      '@nx/enforce-module-boundaries': ['error', boundariesOf(FOR_SPECS)],
      'no-restricted-syntax': ['error', ...limitsWith(NOT_IN_A_TABLE)],
      'max-lines': ['error', { max: 300, skipBlankLines: false, skipComments: false }],
      'max-lines-per-function': 'off',
    },
  },
);
