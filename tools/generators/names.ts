const PASCAL = /^[A-Z][a-z0-9]*(?:[A-Z][a-z0-9]*)*$/;
const KEBAB = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

/** @throws Error for a name that is not in PascalCase */
export function checkPascal(name: string): string {
  if (!PASCAL.test(name)) throw new Error(`${name} is not PascalCase, such as HandoverOffered`);
  return name;
}

/** @throws Error for a name that is not in kebab-case */
export function checkKebab(name: string): string {
  if (!KEBAB.test(name)) throw new Error(`${name} is not kebab-case, such as open-handovers`);
  return name;
}

/** `HandoverOffered` or `handoverId`: `handover-offered`. */
export function toKebab(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase();
}

/** `open-handovers`: `OpenHandovers`. */
export function toPascal(name: string): string {
  return name.split('-').map((part) => part.slice(0, 1).toUpperCase() + part.slice(1)).join('');
}

/** `open-handovers`: `openHandovers`. */
export function toCamel(name: string): string {
  const pascal = toPascal(name);
  return pascal.slice(0, 1).toLowerCase() + pascal.slice(1);
}

/** `open-handovers` or `HandoverOffered`: `OPEN_HANDOVERS`, `HANDOVER_OFFERED`. */
export function toConstant(name: string): string {
  return toKebab(name).replaceAll('-', '_').toUpperCase();
}

/** A text between single quotes. */
export function quoted(text: string): string {
  return text.includes("'") ? JSON.stringify(text) : `'${text}'`;
}
