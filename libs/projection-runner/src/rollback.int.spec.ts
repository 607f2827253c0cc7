import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ViewStore } from '@trajectboek/view-store';
import { NoFormerGenerationError } from './build-errors.js';
import { AMINA, BORIS, CHANTAL, contact } from './testing/facts.js';
import { CONTACTS, LAST_CONTACT } from './testing/projections.js';
import { readDuring, withPauses } from './testing/readers.js';
import { Workbench } from './testing/workbench.js';

let bench: Workbench;
beforeEach(() => { bench = new Workbench(); });
afterEach(() => bench.close());

const YOUTHS = [AMINA, BORIS, CHANTAL];
const generationOf = async (view: string): Promise<number | undefined> => (await bench.store.live(view))?.generation;

async function started(store: ViewStore = bench.store) {
  bench.ledger.append(...YOUTHS.map((youth) => contact(youth, '2025-05-01')));
  return bench.started({ store });
}

describe('putting the former generation back', () => {
  it('gives readers no failed and no short answer, at the switch and at the way back', async () => {
    const runner = await started(withPauses(bench.store));
    const report = await readDuring(bench.store, 'last-contact', async () => {
      for (let round = 0; round < 4; round += 1) {
        await runner.rebuild('all');
        await runner.rollBack('last-contact');
        await runner.rollBack('last-contact');
      }
    });
    expect(report).toMatchObject({ sizes: new Set([3]), failures: [] });
    expect(report.reads).toBeGreaterThan(100);
    expect(await generationOf('last-contact')).toBe(5);
  });

  it('takes in first what was recorded since the switch, and goes on with what comes after', async () => {
    const runner = await started();
    await runner.rebuild('last-contact');
    bench.ledger.append(contact(AMINA, '2025-05-02'));
    await runner.waitFor(4, 5000);
    await runner.rollBack('last-contact');
    expect(await generationOf('last-contact')).toBe(1);
    expect(await bench.store.rowsOf('last-contact', AMINA)).toMatchObject([{ from: '2025-05-02' }]);
    bench.ledger.append(contact(BORIS, '2025-05-03'));
    expect(await runner.waitFor(5, 5000)).toBe(5);
    expect(await runner.verifyAgainstRebuild('last-contact')).toMatchObject({ position: 5, differences: [] });
  });

  it('works beside the process that feeds the view, which goes on with what was put back', async () => {
    const feeding = await started();
    await feeding.rebuild('contacts');
    const beside = bench.runner();
    await beside.rollBack('contacts');
    await beside.stop();
    bench.ledger.append(contact(BORIS, '2025-05-03'));
    expect(await feeding.waitFor(4, 5000)).toBe(4);
    expect(await generationOf('contacts')).toBe(1);
    expect(await feeding.verifyAgainstRebuild('contacts')).toMatchObject({ position: 4, differences: [] });
  });

  it('is refused where there is none, or where its rows mean something else', async () => {
    const runner = await started();
    await expect(runner.rollBack('contacts')).rejects.toThrow(new NoFormerGenerationError('contacts', 'none'));
    await runner.stop();
    const newer = { ...CONTACTS, declaration: { ...CONTACTS.declaration, version: 2 } };
    const next = await bench.started({ projections: [newer, LAST_CONTACT] });
    await expect(next.rollBack('contacts')).rejects.toThrow(new NoFormerGenerationError('contacts', 'other-version'));
    expect(await generationOf('contacts')).toBe(2);
  });

  it('does not bring back an erased youth: the former generation goes with an erasure', async () => {
    const runner = await started();
    await runner.rebuild('all');
    bench.ledger.erase(AMINA);
    await runner.refresh([AMINA]);
    await expect(runner.rollBack('contacts')).rejects.toThrow(NoFormerGenerationError);
    expect((await bench.rows('contacts')).map(({ trajectoryId }) => trajectoryId)).toEqual([BORIS, CHANTAL]);
  });
});
