const TOLERANCE = 1e-6;
const LONGEST_SHOWN = 160;

/**
 * How an answer differs from what a story expects, one line per place; empty when all that is expected holds. Of an object
 * only the keys count that are expected; lists must be the same.
 */
export function differences(expected: unknown, actual: unknown, path = ''): string[] {
  if (isObject(expected) && isObject(actual)) {
    return Object.keys(expected).flatMap((key) => differences(expected[key], actual[key], path === '' ? key : `${path}.${key}`));
  }
  if (same(expected, actual)) return [];
  return [`${path === '' ? 'antwoord' : path}: verwacht ${shown(expected)}, gevonden ${shown(actual)}`];
}

function same(expected: unknown, actual: unknown): boolean {
  if (typeof expected === 'number') return typeof actual === 'number' && sameNumber(expected, actual);
  if (!Array.isArray(expected) || !Array.isArray(actual)) return expected === actual;
  return expected.length === actual.length && expected.every((item, index) => differences(item, actual[index]).length === 0);
}

/** A number with decimals may be the rounded answer; a whole number may not. */
function sameNumber(expected: number, actual: number): boolean {
  const decimals = String(expected).split('.')[1]?.length ?? 0;
  const allowed = decimals === 0 ? TOLERANCE : 0.5 * 10 ** -decimals + TOLERANCE;
  return Math.abs(expected - actual) <= allowed;
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A list of texts as a set that can be compared: sorted, each once. */
export function asSet(list: readonly string[]): string[] {
  return [...new Set(list)].sort();
}

function shown(value: unknown): string {
  if (value === undefined) return 'niets';
  const text = JSON.stringify(value);
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
}
