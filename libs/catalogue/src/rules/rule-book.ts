import { parse } from 'yaml';
import { once, readDataFile } from '../data-file.js';

/** The rules as data, as they stand in libs/schemes/data/schemes.yaml; libs/schemes gives them their meaning. */
export interface RuleBookDocument {
  readonly meta: unknown;
  readonly clocks: unknown;
  readonly responsibility: unknown;
  readonly definitions: unknown;
  readonly settings: unknown;
}

const PARTS = ['meta', 'clocks', 'responsibility', 'definitions', 'settings'] as const;

/**
 * Reads the rule book; the same document each time.
 * @throws Error when the file is not a rule book
 */
export const loadRuleBook: () => RuleBookDocument = once(() => {
  const document: unknown = parse(readDataFile('../schemes/data/schemes.yaml'));
  if (!isRuleBook(document)) throw new Error(`schemes.yaml is not a rule book: it needs ${PARTS.join(', ')}`);
  return document;
});

function isRuleBook(document: unknown): document is RuleBookDocument {
  return typeof document === 'object' && document !== null && PARTS.every((part) => part in document);
}
