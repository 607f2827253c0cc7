// The files that specs read do not change between two mutants, so each is parsed once. Frozen, because all mutants share it.
const yaml = globalThis.loadOutside('yaml');
const known = (yaml.knownTexts ??= new Map());

export function parse(text, ...options) {
  if (options.length > 0) return yaml.parse(text, ...options);
  if (!known.has(text)) known.set(text, frozen(yaml.parse(text)));
  return known.get(text);
}

function frozen(value) {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(frozen);
  return value;
}

export const { parseDocument, stringify, isMap, isScalar, isSeq, YAMLParseError } = yaml;
