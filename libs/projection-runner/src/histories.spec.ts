import { describe, expect, it } from '@jest/globals';
import type { TrajectoryId } from '@trajectboek/events';
import { Histories } from './histories.js';
import { AMINA, BORIS, contact } from './testing/facts.js';
import { FakeLedger } from './testing/fake-ledger.js';

const DAYS = ['2025-01-01', '2025-01-02', '2025-01-03', '2025-01-04'] as const;

function ledgerWith(...youths: readonly TrajectoryId[]): FakeLedger {
  const ledger = new FakeLedger();
  for (const day of DAYS) ledger.append(...youths.map((youth) => contact(youth, day)));
  return ledger;
}

async function daysOf(histories: Histories, ledger: FakeLedger, part: readonly [after: number, limit: number]): Promise<readonly string[]> {
  const found = await histories.ofBatch(await ledger.readAll(...part));
  return found.flatMap(({ events }) => events.map(({ trajectoryId, occurredOn }) => `${trajectoryId === AMINA ? 'A' : 'B'}${occurredOn.slice(-1)}`));
}

describe('histories in memory', () => {
  it('are complete up to the end of the part and no further', async () => {
    const ledger = ledgerWith(AMINA, BORIS);
    const histories = new Histories(ledger, 100);
    expect(await daysOf(histories, ledger, [0, 3])).toEqual(['A1', 'A2', 'B1']);
    expect(await daysOf(histories, ledger, [3, 5])).toEqual(['B1', 'B2', 'B3', 'B4', 'A1', 'A2', 'A3', 'A4']);
    expect(ledger.reads.histories).toBe(2);
  });

  it('are cut off for a reader who is behind', async () => {
    const ledger = ledgerWith(AMINA);
    const histories = new Histories(ledger, 100);
    await daysOf(histories, ledger, [0, 4]);
    expect(await daysOf(histories, ledger, [1, 1])).toEqual(['A1', 'A2']);
    expect(ledger.reads.histories).toBe(1);
  });

  it('are read again when events in between were not seen', async () => {
    const ledger = ledgerWith(AMINA);
    const histories = new Histories(ledger, 100);
    await daysOf(histories, ledger, [0, 1]);
    expect(await daysOf(histories, ledger, [2, 1])).toEqual(['A1', 'A2', 'A3']);
    expect(ledger.reads.histories).toBe(2);
  });

  it('make room for the youths that came by last', async () => {
    const ledger = ledgerWith(AMINA, BORIS);
    const histories = new Histories(ledger, 5);
    await daysOf(histories, ledger, [0, 6]);
    const { histories: before } = ledger.reads;
    expect(await daysOf(histories, ledger, [7, 1])).toEqual(['B1', 'B2', 'B3', 'B4']);
    expect(ledger.reads.histories).toBe(before);
    expect(await daysOf(histories, ledger, [6, 1])).toEqual(['A1', 'A2', 'A3', 'A4']);
    expect(ledger.reads.histories).toBe(before + 1);
  });

  it('are gone for a youth who is forgotten', async () => {
    const ledger = ledgerWith(AMINA, BORIS);
    const histories = new Histories(ledger, 100);
    await daysOf(histories, ledger, [0, 8]);
    ledger.erase(AMINA);
    histories.forget(AMINA);
    expect(await daysOf(histories, ledger, [0, 8])).toEqual(['B1', 'B2', 'B3', 'B4']);
  });
});
