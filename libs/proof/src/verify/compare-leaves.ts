import type { FaultPlace, LedgerFault } from './fault.js';

export interface FoundLeaf extends FaultPlace {
  readonly leafHash: Uint8Array;
}

interface Match {
  readonly leaf: FoundLeaf;
  readonly index: number;
  readonly witnessedIndex: number;
}

/** Compares the leaves of a ledger with a copy kept elsewhere. Leaves behind the last witnessed one are new, not faults. */
export function compareLeaves(found: readonly FoundLeaf[], witnessed: readonly Uint8Array[]): readonly LedgerFault[] {
  const expected = new Map(witnessed.map((leafHash, index) => [keyOf(leafHash), index]));
  const matches: Match[] = [];
  const unknown: { readonly leaf: FoundLeaf; readonly index: number }[] = [];
  found.forEach((leaf, index) => {
    const witnessedIndex = expected.get(keyOf(leaf.leafHash));
    // Taken out when met, so that a leaf that stands there twice is unknown the second time.
    expected.delete(keyOf(leaf.leafHash));
    if (witnessedIndex === undefined) unknown.push({ leaf, index });
    else matches.push({ leaf, index, witnessedIndex });
  });
  const lastKnown = matches.at(-1)?.index ?? -1;
  const intruders = unknown.filter(({ index }) => index < lastKnown);
  return [
    ...intruders.map(({ leaf }): LedgerFault => ({ kind: 'not-witnessed', ...placeIn(leaf) })),
    ...[...expected.values()].map((index): LedgerFault => ({ kind: 'lost', index })),
    ...movedAmong(matches),
  ];
}

/** Compared among the leaves that both have, so that one lost leaf does not move all that follow. */
function movedAmong(matches: readonly Match[]): readonly LedgerFault[] {
  const inOrder = matches.map(({ witnessedIndex }) => witnessedIndex).sort((one, other) => one - other);
  return matches.flatMap(({ leaf, index, witnessedIndex }, rank): readonly LedgerFault[] =>
    inOrder[rank] === witnessedIndex ? [] : [{ kind: 'moved', index, witnessedIndex, ...placeIn(leaf) }],
  );
}

function placeIn({ position, trajectoryId, revision, eventId }: FoundLeaf): FaultPlace {
  return { position, trajectoryId, revision, eventId };
}

function keyOf(hash: Uint8Array): string {
  return Buffer.from(hash).toString('base64');
}
