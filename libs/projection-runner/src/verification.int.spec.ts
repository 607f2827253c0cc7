import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ViewNotBuiltError, type ViewRow } from '@trajectboek/view-store';
import { AMINA, BORIS, CHANTAL, contact } from './testing/facts.js';
import { CONTACTS, LAST_CONTACT } from './testing/projections.js';
import { Workbench } from './testing/workbench.js';
import { RowVerification } from './verification.js';

let bench: Workbench;
beforeEach(() => { bench = new Workbench(); });
afterEach(() => bench.close());

/** Puts rows in the live view that no projection made. */
async function tamper(youth: typeof AMINA, rows: readonly ViewRow[]): Promise<void> {
  const live = await bench.store.live('contacts');
  if (!live) throw new Error('not built');
  const generation = { view: CONTACTS.declaration, generation: live.generation };
  const fence = await bench.store.takeOver(generation, { projector: 'a tamperer', forMs: 1 });
  await bench.store.commit(generation, { fence, expected: live.checkpoint.position, to: live.checkpoint, youths: [{ trajectoryId: youth, rows }] });
}

describe('comparing a view with the ledger', () => {
  it('finds no difference in a view that was fed', async () => {
    const runner = await bench.started();
    bench.ledger.append(contact(BORIS, '2025-01-10'), contact(AMINA, '2025-01-10'), contact(AMINA, '2025-02-01'));
    await runner.waitFor(3, 5000);
    expect(await runner.verifyAgainstRebuild('contacts')).toEqual({ view: 'contacts', position: 3, youths: 2, rows: 3, differences: [] });
  });

  it('names every row that is missing, unexpected or different', async () => {
    const runner = await bench.started();
    bench.ledger.append(contact(AMINA, '2025-01-10'), contact(AMINA, '2025-02-01'), contact(BORIS, '2025-01-10'));
    await runner.waitFor(3, 5000);
    const [first] = await bench.store.rowsOf('contacts', AMINA);
    if (!first) throw new Error('no rows');
    await tamper(AMINA, [{ ...first, doc: { known: 99 } }, { ...first, key: 'made-up' }]);
    await tamper(CHANTAL, [first]);
    const { differences } = await runner.verifyAgainstRebuild('contacts');
    expect(differences).toEqual([
      { trajectoryId: AMINA, key: first.key, kind: 'different' },
      { trajectoryId: AMINA, key: contact(AMINA, '2025-02-01').id, kind: 'missing' },
      { trajectoryId: AMINA, key: 'made-up', kind: 'unexpected' },
      { trajectoryId: CHANTAL, key: first.key, kind: 'unexpected' },
    ]);
  });

  it('names a youth whose rows cannot be computed, once', async () => {
    const runner = await bench.started();
    bench.ledger.append(contact(AMINA, '2025-01-10'), contact(BORIS, '2025-01-10'));
    await runner.waitFor(2, 5000);
    bench.ledger.append(contact(AMINA, '2025-02-01', 'care'));
    await runner.waitFor(3, 5000);
    expect((await runner.verifyAgainstRebuild('last-contact')).differences).toEqual([{ trajectoryId: AMINA, key: null, kind: 'not-computable' }]);
  });

  it('judges a view by the events that it says it has', async () => {
    await (await bench.started()).stop();
    bench.ledger.append(contact(AMINA, '2025-01-10'));
    const verification = new RowVerification(bench.store, bench.ledger, LAST_CONTACT);
    expect(await verification.run()).toMatchObject({ position: 0, youths: 0, differences: [] });
  });

  it('is not possible for a view that was never built', async () => {
    await expect(new RowVerification(bench.store, bench.ledger, CONTACTS).run()).rejects.toThrow(ViewNotBuiltError);
  });
});
