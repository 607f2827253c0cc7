import { GenerationGoneError, type Attendance, type Checkpoint, type Generation, type Holding, type ViewPart } from '@trajectboek/view-store';
import type { Connection } from './connection.js';

interface PartRow extends ViewPart {
  readonly part: number;
  readonly fence: number;
}

/** Shares of a build: how far each is, and who feeds it. Callers open the transaction. */
export class Parts {
  constructor(private readonly connection: Connection) {}

  begin({ view, generation }: Generation, parts: number): void {
    const insert = this.connection.prepare('INSERT INTO parts (view, generation, part, position) VALUES (?, ?, ?, 0)');
    for (let part = 0; part < parts; part += 1) insert.run(view.name, generation, part);
  }

  all(view: string, generation: number): readonly PartRow[] {
    const nowMs = Date.now();
    const rows = this.connection.prepare('SELECT part, position, recorded_at, fence, projector, held_until FROM parts WHERE view = ? AND generation = ? ORDER BY part').all(view, generation);
    return [...rows].map((row) => ({
      part: Number(row['part']), fence: Number(row['fence']), checkpoint: checkpointIn(row),
      projector: Number(row['held_until'] ?? 0) > nowMs ? String(row['projector']) : null,
    }));
  }

  find({ view, generation, part = 0 }: Generation): { readonly checkpoint: Checkpoint; readonly fence: number } | undefined {
    const row = this.connection.prepare('SELECT position, recorded_at, fence FROM parts WHERE view = ? AND generation = ? AND part = ?').get(view.name, generation, part);
    return row && { checkpoint: checkpointIn(row), fence: Number(row['fence']) };
  }

  moveCheckpoint({ view, generation, part = 0 }: Generation, { position, recordedAt }: Checkpoint): void {
    this.connection.prepare('UPDATE parts SET position = ?, recorded_at = ? WHERE view = ? AND generation = ? AND part = ?')
      .run(position, recordedAt, view.name, generation, part);
  }

  /** Parts are dealt out in turn; one that another still holds is not given, and one that is another's is given up. */
  attend(generation: Generation, attendance: Attendance): readonly Holding[] {
    const projectors = this.#present(generation, attendance);
    const mine: Holding[] = [];
    for (const { part, fence, projector, checkpoint } of this.all(generation.view.name, generation.generation)) {
      const isMine = projectors[part % projectors.length] === attendance.projector;
      const isHeld = projector === attendance.projector;
      if (isHeld && !isMine) this.#hold(generation, { part, projector: null, untilMs: 0, isNew: false });
      if (!isMine || (projector !== null && !isHeld)) continue;
      // Who lets its time run out and finds that nobody came in between goes on with its fence.
      const isNew = !isHeld && this.#lastHolder(generation, part) !== attendance.projector;
      this.#hold(generation, { part, projector: attendance.projector, untilMs: Date.now() + attendance.forMs, isNew });
      mine.push({ part, fence: isNew ? fence + 1 : fence, checkpoint });
    }
    return mine;
  }

  takeOver(generation: Generation, { projector, forMs }: Attendance): number {
    const part = generation.part ?? 0;
    this.#hold(generation, { part, projector, untilMs: Date.now() + forMs, isNew: true });
    const taken = this.find(generation);
    if (!taken) throw new GenerationGoneError(generation.view.name, generation.generation);
    return taken.fence;
  }

  leave({ view, generation }: Generation, projector: string): void {
    this.connection.prepare('UPDATE parts SET projector = NULL, held_until = NULL WHERE view = ? AND generation = ? AND projector = ?').run(view.name, generation, projector);
    this.connection.prepare('DELETE FROM projectors WHERE view = ? AND generation = ? AND projector = ?').run(view.name, generation, projector);
  }

  /** Who attends, in the order in which they came, the caller included. */
  #present({ view, generation }: Generation, { projector, forMs }: Attendance): readonly string[] {
    const nowMs = Date.now();
    this.connection.prepare('DELETE FROM projectors WHERE view = ? AND generation = ? AND until <= ? AND projector <> ?').run(view.name, generation, nowMs, projector);
    this.connection.prepare('INSERT INTO projectors (view, generation, projector, until) VALUES (?, ?, ?, ?) ON CONFLICT (view, generation, projector) DO UPDATE SET until = excluded.until')
      .run(view.name, generation, projector, nowMs + forMs);
    const rows = this.connection.prepare('SELECT projector FROM projectors WHERE view = ? AND generation = ? ORDER BY number').all(view.name, generation);
    return [...rows].map((row) => String(row['projector']));
  }

  #lastHolder({ view, generation }: Generation, part: number): unknown {
    return this.connection.prepare('SELECT projector FROM parts WHERE view = ? AND generation = ? AND part = ?').get(view.name, generation, part)?.['projector'];
  }

  #hold({ view, generation }: Generation, { part, projector, untilMs, isNew }: { readonly part: number; readonly projector: string | null; readonly untilMs: number; readonly isNew: boolean }): void {
    this.connection.prepare('UPDATE parts SET projector = ?, held_until = ?, fence = fence + ? WHERE view = ? AND generation = ? AND part = ?')
      .run(projector, untilMs, isNew ? 1 : 0, view.name, generation, part);
  }
}

function checkpointIn(row: Record<string, unknown>): Checkpoint {
  return { position: Number(row['position']), recordedAt: row['recorded_at'] === null ? null : String(row['recorded_at']) };
}
