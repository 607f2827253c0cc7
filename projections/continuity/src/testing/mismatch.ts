/** What does not hold of what is expected, as paths; other keys are free (scenario-format.md). */
export function mismatchOf(expected: unknown, got: unknown, path = ''): readonly string[] {
  if (isObject(expected)) {
    if (!isObject(got)) return [`${path}: expected an object, got ${String(got)}`];
    return Object.entries(expected).flatMap(([key, value]) => mismatchOf(value, got[key], `${path}/${key}`));
  }
  return isSame(expected, got) ? [] : [`${path}: expected ${String(expected)}, got ${String(got)}`];
}

/** Numbers are equal to 1e-6, or to the decimals that are written. */
function isSame(expected: unknown, got: unknown): boolean {
  if (typeof expected !== 'number' || typeof got !== 'number') return expected === got;
  const decimals = String(expected).split('.')[1]?.length ?? 0;
  return Math.abs(expected - got) <= (decimals > 0 ? 0.5 * 10 ** -decimals + 1e-9 : 1e-6);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
