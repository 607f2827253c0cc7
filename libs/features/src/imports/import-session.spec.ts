import { describe, expect, it } from '@jest/globals';
import { Clock, LedgerStorePort, ProblemError } from '@trajectboek/api';
import { ImportSession } from './import-session.js';

class SetClock extends Clock {
  seconds = 0;

  override now(): string {
    return new Date(this.seconds * 1_000).toISOString();
  }
}

function sessionOn(size: number): { readonly session: ImportSession; readonly clock: SetClock } {
  const clock = new SetClock();
  // Of the store a session only asks how many events there are.
  const store: Pick<LedgerStorePort, 'head'> = { head: async () => ({ position: size, recordedAt: null, size }) };
  return { session: new ImportSession(store as LedgerStorePort, clock), clock };
}

async function codeOf(work: Promise<unknown>): Promise<string | undefined> {
  try {
    return String(await work);
  } catch (error) {
    return error instanceof ProblemError ? error.document.type.split('/').at(-1) : String(error);
  }
}

const send = async (): Promise<string> => 'taken in';

describe('an import', () => {
  it('begins in an empty ledger only', async () => {
    expect(await codeOf(sessionOn(1).session.open())).toBe('not-empty');
    expect(await codeOf(sessionOn(0).session.open())).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('is alone while it runs', async () => {
    const { session } = sessionOn(0);
    const importId = await session.open();
    expect(await codeOf(session.open())).toBe('import-running');
    expect(await codeOf(session.during(undefined, send))).toBe('import-running');
    expect(await codeOf(session.during('another', send))).toBe('not-found');
    expect(await session.during(importId, send)).toBe('taken in');
    session.close(importId);
    expect(await session.during(undefined, send)).toBe('taken in');
    expect(await codeOf(session.during(importId, send))).toBe('not-found');
  });

  it('of two that begin at once is one', async () => {
    const { session } = sessionOn(0);
    const codes = await Promise.all([codeOf(session.open()), codeOf(session.open())]);
    expect(codes.filter((code) => code === 'import-running')).toHaveLength(1);
  });

  it('counts as closed after a minute without events, and the next one can begin', async () => {
    const { session, clock } = sessionOn(0);
    const importId = await session.open();
    clock.seconds = 60;
    expect(await codeOf(session.during(undefined, send))).toBe('import-running');
    clock.seconds = 61;
    expect(await session.during(undefined, send)).toBe('taken in');
    expect(await codeOf(session.during(importId, send))).toBe('not-found');
    expect(await codeOf(session.open())).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('goes on as long as it sends something every minute', async () => {
    const { session, clock } = sessionOn(0);
    const importId = await session.open();
    for (clock.seconds = 50; clock.seconds < 500; clock.seconds += 50) expect(await session.during(importId, send)).toBe('taken in');
    expect(await codeOf(session.during(undefined, send))).toBe('import-running');
  });

  it('is not silent while its events are being recorded', async () => {
    const { session, clock } = sessionOn(0);
    const importId = await session.open();
    let finish: (outcome: string) => void = () => undefined;
    const slow = session.during(importId, () => new Promise<string>((resolve) => { finish = resolve; }));
    clock.seconds = 600;
    expect(await codeOf(session.during(undefined, send))).toBe('import-running');
    finish('taken in');
    expect(await slow).toBe('taken in');
    clock.seconds = 660;
    expect(await session.during(importId, send)).toBe('taken in');
  });
});
