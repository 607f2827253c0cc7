import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** One event as its row says, without what is sealed. */
export interface EventRow {
  readonly position: number;
  readonly trajectoryId: string;
  readonly revision: number;
  readonly eventId: string;
  readonly recordedAt: string;
}

/** All events of a ledger file in order of position, read past the product. */
export function readRows(dataFolder: string): readonly EventRow[] {
  const db = new DatabaseSync(path.join(dataFolder, 'ledger.db'), { readOnly: true });
  try {
    const rows = db.prepare('SELECT position, stream, revision, event_id, recorded_at FROM event ORDER BY position').all();
    return rows.map((row) => ({
      position: Number(row['position']), revision: Number(row['revision']), recordedAt: String(row['recorded_at']),
      trajectoryId: uuidOf(row['stream']), eventId: uuidOf(row['event_id']),
    }));
  } finally {
    db.close();
  }
}

/** Streams whose revisions are not 0, 1, 2 … in order of position. */
export function brokenStreams(rows: readonly EventRow[]): readonly string[] {
  const ends = new Map<string, number>();
  const broken = new Set<string>();
  for (const { trajectoryId, revision } of rows) {
    if (revision !== (ends.get(trajectoryId) ?? -1) + 1) broken.add(trajectoryId);
    ends.set(trajectoryId, revision);
  }
  return [...broken];
}

function uuidOf(bytes: unknown): string {
  const hex = Buffer.from(bytes as Uint8Array).toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
