// A module that is not mutated becomes a list of references to the one that Node loaded itself, outside of the test.
import { createRequire } from 'node:module';
import { types } from 'node:util';

const load = createRequire(import.meta.url);

export default {
  process(source, file, { supportsStaticESM }) {
    // Jest's own parts come in by require() and stay what they are.
    return { code: supportsStaticESM ? referencesTo(file) : source };
  },
};

function referencesTo(file) {
  const outside = load(file);
  const names = Object.keys(outside).filter((name) => name !== 'default' && name !== '__esModule' && name !== 'module.exports');
  const main = types.isModuleNamespaceObject(outside) ? 'outside.default' : 'outside';
  return [
    `const outside = loadOutside(${JSON.stringify(file)});`,
    ...names.map((name) => `export const ${name} = outside[${JSON.stringify(name)}];`),
    `export default ${main};`,
  ].join('\n');
}
