import type { Tree } from './tree.js';

/** The parties that rules name, with their Dutch labels. */
export class Parties {
  readonly #labels: ReadonlyMap<string, string>;

  constructor(tree: Tree) {
    this.#labels = new Map(tree.entries().map(([code, party]) => [code, party.at('nl').text()]));
  }

  get codes(): readonly string[] {
    return [...this.#labels.keys()];
  }

  /** The Dutch label; the code itself for one that is not in the rule book. */
  labelOf(code: string): string {
    return this.#labels.get(code) ?? code;
  }

  read(tree: Tree): string {
    const code = tree.text();
    if (!this.#labels.has(code)) tree.fault(`unknown party "${code}"`);
    return code;
  }
}
