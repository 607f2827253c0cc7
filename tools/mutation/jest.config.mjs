import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ordinary from '../../jest.config.mjs';
import { chosenProject } from './projects.mjs';

const { folder, alias } = chosenProject();
const swc = JSON.parse(readFileSync(new URL('../../.swcrc', import.meta.url), 'utf8'));
delete swc.$schema;

/** The Jest of the workspace for one project under mutation; what is not mutated comes from its dist and is loaded once. */
export default {
  ...ordinary,
  rootDir: fileURLToPath(new URL('../..', import.meta.url)),
  roots: ['<rootDir>/tools/mutation'],
  testMatch: ['<rootDir>/tools/mutation/all.spec.mjs'],
  testPathIgnorePatterns: [],
  modulePathIgnorePatterns: [],
  cacheDirectory: '<rootDir>/jest-cache',
  testEnvironment: fileURLToPath(new URL('environment.cjs', import.meta.url)),
  moduleNameMapper: {
    '^\\./testing/second/fixed-lives\\.js$': '<rootDir>/tools/mutation/fixed-lives-once.mjs',
    ...ordinary.moduleNameMapper,
    '^yaml$': '<rootDir>/tools/mutation/yaml-once.mjs',
    '^fast-check$': '<rootDir>/tools/mutation/fewer-runs.mjs',
    [`^@trajectboek/${alias}$`]: `<rootDir>/${folder}/src/index.ts`,
    '^@trajectboek/testing$': '<rootDir>/tools/mutation/stories-once.mjs',
    '^@trajectboek/testing/([a-z-]+)$': '<rootDir>/node_modules/@trajectboek/testing/dist/$1.js',
    '^@trajectboek/([a-z-]+)$': '<rootDir>/node_modules/@trajectboek/$1/dist/index.js',
  },
  transform: {
    '^.+\\.ts$': ['@swc/jest', swc],
    '/(dist|node_modules)/.+\\.[cm]?js$': '<rootDir>/tools/mutation/outside.transform.mjs',
  },
  transformIgnorePatterns: [],
};
