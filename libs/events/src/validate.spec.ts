import { describe, expect, it } from '@jest/globals';
import { getEventType } from './catalogue.js';
import { isMoment } from './time/civil-date.js';
import { findFaults } from './validate.js';

const CONTACT = getEventType('ContactMade');
const GOOD = { occurredAt: '2024-03-01', purpose: 'guidance', situation: 'school', supportNeeded: false };
const faultsOf = (data: unknown): readonly string[] => findFaults(CONTACT, data).map(({ pointer, code, detail }) => `${pointer} ${code} ${detail}`).sort();

describe('the faults of data', () => {
  it('are none where all is well', () => expect(faultsOf(GOOD)).toEqual([]));

  it('are all of them at once', () => {
    expect(faultsOf({ occurredAt: 'x', purpose: 1, supportNeeded: 'no', 'a/b~': 1 })).toEqual([
      '/a~1b~0 unknown-field onbekend veld', '/occurredAt schema is geen bestaande datum of tijdstip met tijdzone', '/purpose schema is niet een van de toegestane waarden', '/situation schema ontbreekt', '/supportNeeded schema is geen true of false',
    ]);
  });

  it.each([null, undefined, [], 'x', 3])('are that %p is no object', (data) => expect(faultsOf(data)).toEqual([' schema is geen object']));

  it.each(['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'])('are that %s is no field, whatever it holds', (name) => {
    for (const value of ['{}', 'null', '"x"', JSON.stringify(GOOD)]) {
      const data: unknown = JSON.parse(JSON.stringify({ ...GOOD, KEY: 1 }).replace('"KEY":1', `"${name}":${value}`));
      expect(faultsOf(data)).toEqual([`/${name} unknown-field onbekend veld`]);
    }
  });
});

describe('a moment', () => {
  it.each(['2024-03-01', '2024-02-29T23:59:59.999999999Z', '2024-03-01T12:00+01:00', '2024-03-01T00:00:00-00:00', '2024-03-01T00:00:00+23:59', '1900-01-01', '2199-12-31'])('is %s', (text) => expect(isMoment(text)).toBe(true));

  it.each(['2024-02-30', '2024-03-01T24:00:00Z', '2024-03-01T12:00:60Z', '2024-03-01T12:00:00', '2024-03-01T12:00:00+24:00', '2024-03-01T12:00:00+99:00', '2023-02-29T00:00:00Z', '2199-12-31T23:59:59-12:00', '1899-12-31', '2200-01-01'])('is not %s', (text) => {
    expect(isMoment(text)).toBe(false);
  });
});
