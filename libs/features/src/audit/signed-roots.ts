import { Injectable } from '@nestjs/common';
import { CheckpointsPort, problem, type SignedCheckpoint } from '@trajectboek/api';
import { openCheckpoint, parseCheckpoint, parseNote, parseVerifierKey, type Checkpoint } from '@trajectboek/proof';

/** A checkpoint with the signature checked. */
export interface OpenedRoot extends Checkpoint {
  readonly at: string;
  readonly note: string;
}

interface Noted {
  /** As the note says. */
  readonly size: number;
  readonly signed: SignedCheckpoint;
}

/** The signed checkpoints, oldest first. There is one for each minute in which events came in: a signature is checked when its checkpoint is used. */
@Injectable()
export class SignedRoots {
  /** As far as they were read. */
  readonly #noted: Noted[] = [];

  constructor(private readonly checkpoints: CheckpointsPort) {}

  get verifierKey(): string {
    return this.checkpoints.verifierKey;
  }

  newest(): OpenedRoot | undefined {
    return this.#opened(this.#all().at(-1));
  }

  withSize(size: number): OpenedRoot | undefined {
    return this.#opened(this.#all().find((noted) => noted.size === size));
  }

  /** The first that was signed with the leaf in it. */
  oldestWith(index: number): OpenedRoot | undefined {
    return this.#opened(this.#all().find((noted) => noted.size > index));
  }

  /** At most `limit` after the first so many. */
  page(after: number, limit: number): { readonly items: readonly OpenedRoot[]; readonly next: string | null } {
    const all = this.#all();
    const items = all.slice(after, after + limit).flatMap((noted) => this.#opened(noted) ?? []);
    return { items, next: after + limit < all.length ? String(after + limit) : null };
  }

  signNow(): Promise<void> {
    return this.checkpoints.signNow();
  }

  #all(): readonly Noted[] {
    for (const signed of this.checkpoints.all().slice(this.#noted.length)) this.#noted.push({ size: sizeIn(signed), signed });
    return this.#noted;
  }

  #opened(noted: Noted | undefined): OpenedRoot | undefined {
    if (!noted) return undefined;
    const { at, note } = noted.signed;
    const opened = openCheckpoint(note, [parseVerifierKey(this.verifierKey)]);
    if (opened.status !== 'verified') throw notSigned();
    return { ...opened.checkpoint, at, note };
  }
}

function sizeIn({ note }: SignedCheckpoint): number {
  const checkpoint = parseCheckpoint(parseNote(note)?.text ?? '');
  if (!checkpoint) throw notSigned();
  return checkpoint.size;
}

function notSigned(): Error {
  return problem('tampered', 'Een ijkpunt is niet dat wat is getekend. Draai verify.');
}
