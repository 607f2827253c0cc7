import assert from 'node:assert/strict';
import type { TrajectoryId } from '@trajectboek/events';
import type { Identity, IdentityIndex, IdentityRegister } from '../port.js';
import { casesOf, type ContractCase, type Opener } from './contract-case.js';

const SCHOOL = 'urn:nld:oin:00000001001234567000';
const GEMEENTE = 'urn:nld:oin:00000001009876543000';
const AMIRA: Identity = { bsn: '999900018', educationNumber: '101222331', name: { given: 'Amira', family: 'El Ouali' }, birthDate: '2007-03-12' };
const DAAN: Identity = { bsn: '999900109', name: { given: 'Daan', family: 'de Wit' }, birthDate: '2006-11-02' };

type Index = IdentityIndex & IdentityRegister;
type Promises = Parameters<typeof casesOf<Index>>[1];

/** Finds or opens; the id may say at which controller: `t-2@urn…`. */
async function find(index: Index, identity: Identity, as = 'new'): Promise<readonly [TrajectoryId, boolean]> {
  const [id = '', controller = SCHOOL] = as.split('@');
  const { trajectoryId, created } = await index.findOrOpen(controller, identity, () => id as TrajectoryId);
  return [trajectoryId, created];
}

function without(identity: Identity, ...fields: readonly (keyof Identity)[]): Identity {
  return Object.fromEntries(Object.entries(identity).filter(([field]) => !fields.some((left) => left === field)));
}

/** What every identity index promises, whatever is behind it. */
export function identityIndexContract(open: Opener<Index>): readonly ContractCase[] {
  return casesOf(open, { ...FINDING, ...TELLING_APART, ...FORGETTING });
}

const FINDING: Promises = {
  'opens a trajectory for who is new and finds it afterwards': async (index) => {
    assert.deepEqual(await find(index, AMIRA, 't-1'), ['t-1', true]);
    assert.deepEqual(await find(index, DAAN, 't-2'), ['t-2', true]);
    assert.deepEqual(await find(index, AMIRA), ['t-1', false]);
    assert.deepEqual(await find(index, DAAN), ['t-2', false]);
  },
  'finds a person by each identifier alone': async (index) => {
    assert.deepEqual(await find(index, AMIRA, 't-1'), ['t-1', true]);
    assert.deepEqual(await find(index, { bsn: '999900018' }), ['t-1', false]);
    assert.deepEqual(await find(index, { educationNumber: '101222331' }), ['t-1', false]);
    assert.deepEqual(await find(index, without(AMIRA, 'bsn', 'educationNumber')), ['t-1', false]);
  },
  'finds a name whatever its capitals, accents and spaces': async (index) => {
    await find(index, { name: { given: 'José', family: 'van  Dijk' }, birthDate: '2007-01-01' }, 't-1');
    assert.deepEqual(await find(index, { name: { given: 'jose ', family: 'Van Dijk' }, birthDate: '2007-01-01' }), ['t-1', false]);
    assert.deepEqual(await find(index, { name: { given: 'jose', family: 'Van Dijk' }, birthDate: '2007-01-02' }, 't-2'), ['t-2', true]);
  },
  'opens one trajectory for callers that come together': async (index) => {
    const opened = await Promise.all(Array.from({ length: 20 }, (_, at) => find(index, AMIRA, `t-${at}`)));
    assert.equal(new Set(opened.map(([id]) => id)).size, 1);
    assert.equal(opened.filter(([, created]) => created).length, 1);
  },
  'has made durable what it answers': async (index, { reopen }) => {
    await find(index, AMIRA, 't-1');
    const again = await reopen();
    assert.deepEqual(await find(again, AMIRA), ['t-1', false]);
    assert(again.exists('t-1' as TrajectoryId));
  },
  'refuses an identity that finds nobody': async (index) => {
    await assert.rejects(find(index, {}), RangeError);
    await assert.rejects(find(index, without(AMIRA, 'bsn', 'educationNumber', 'birthDate')), RangeError);
    await assert.rejects(find(index, { birthDate: '2007-03-12' }), RangeError);
  },
  'leaves nothing behind when the trajectory cannot be opened': async (index) => {
    const fails = (): TrajectoryId => {
      throw new Error('no id');
    };
    await assert.rejects(index.findOrOpen(SCHOOL, AMIRA, fails), { message: 'no id' });
    assert.deepEqual(await find(index, AMIRA, 't-1'), ['t-1', true]);
  },
  'knows what was opened and nothing else': async (index) => {
    await find(index, AMIRA, 't-1');
    assert.deepEqual(['t-1', 't-2'].map((id) => index.exists(id as TrajectoryId)), [true, false]);
  },
};

const TELLING_APART: Promises = {
  'keeps two controllers apart': async (index) => {
    assert.deepEqual(await find(index, AMIRA, 't-1'), ['t-1', true]);
    assert.deepEqual(await find(index, AMIRA, `t-2@${GEMEENTE}`), ['t-2', true]);
    assert.deepEqual(await find(index, AMIRA, 'new'), ['t-1', false]);
  },
  'takes another BSN for another person, whatever else is the same': async (index) => {
    await find(index, AMIRA, 't-1');
    assert.deepEqual(await find(index, { ...without(AMIRA, 'educationNumber'), bsn: '999900109' }, 't-2'), ['t-2', true]);
    assert.deepEqual(await find(index, { bsn: '999900018' }), ['t-1', false]);
  },
  'learns a BSN of a person that was known by name': async (index) => {
    await find(index, without(AMIRA, 'bsn', 'educationNumber'), 't-1');
    assert.deepEqual(await find(index, AMIRA), ['t-1', false]);
    assert.deepEqual(await find(index, { bsn: '999900018' }), ['t-1', false]);
    assert.deepEqual(index.identityOf('t-1' as TrajectoryId, SCHOOL), { state: 'value', identity: AMIRA });
  },
  'does not guess between two persons of one name, and gives the same answer twice': async (index) => {
    const twin = { ...without(AMIRA, 'educationNumber'), bsn: '999900109' };
    await find(index, AMIRA, 't-1');
    await find(index, twin, 't-2');
    const nameOnly = without(AMIRA, 'bsn', 'educationNumber');
    assert.deepEqual(await find(index, nameOnly, 't-3'), ['t-3', true]);
    assert.deepEqual(await find(index, nameOnly), ['t-3', false]);
    assert.deepEqual(await find(index, { ...nameOnly, bsn: '999900201' }, 't-4'), ['t-4', true]);
  },
};

const FORGETTING: Promises = {
  'gives the identity of the one who is asked for': async (index) => {
    await find(index, AMIRA, 't-1');
    await find(index, DAAN, 't-2');
    assert.deepEqual(index.identityOf('t-2' as TrajectoryId, SCHOOL), { state: 'value', identity: DAAN });
    assert.deepEqual(index.identityOf('t-2' as TrajectoryId, GEMEENTE), { state: 'unknown' });
  },
  'forgets one person, at one controller, and still knows the trajectory': async (index) => {
    await find(index, AMIRA, 't-1');
    await find(index, AMIRA, `t-2@${GEMEENTE}`);
    await find(index, DAAN, 't-3');
    await index.forget('t-1' as TrajectoryId, SCHOOL);
    assert.deepEqual(index.identityOf('t-1' as TrajectoryId, SCHOOL), { state: 'erased' });
    assert.deepEqual([await find(index, AMIRA, `new@${GEMEENTE}`), await find(index, DAAN)], [['t-2', false], ['t-3', false]]);
    assert(index.exists('t-1' as TrajectoryId));
  },
  'opens another trajectory for a forgotten person': async (index, { reopen }) => {
    await find(index, AMIRA, 't-1');
    await index.forget('t-1' as TrajectoryId, SCHOOL);
    assert.deepEqual(await find(await reopen(), AMIRA, 't-2'), ['t-2', true]);
  },
};
