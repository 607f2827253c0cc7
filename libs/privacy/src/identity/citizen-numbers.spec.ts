import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isBsn, isEducationNumber } from './citizen-numbers.js';

const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 9, maxLength: 9 }).map((list) => list.join(''));

describe('A burgerservicenummer', () => {
  it.each(['999900018', '999900109', '999900201', '999990019'])('is %s', (bsn) => expect(isBsn(bsn)).toBe(true));

  it.each(['', '000000000', '999900019', '99990001', '9999000180', '99990001x', ' 999900018', '999900018\n', '٩٩٩٩٠٠٠١٨'])('is not %j', (text) => expect(isBsn(text)).toBe(false));

  it('is one no more when one digit is mistyped', () => {
    const slips = fc.record({ bsn: digits.filter(isBsn), at: fc.integer({ min: 0, max: 8 }), digit: fc.integer({ min: 0, max: 9 }) });
    fc.assert(fc.property(slips, ({ bsn, at, digit }) => expect(isBsn(bsn.slice(0, at) + digit + bsn.slice(at + 1))).toBe(bsn[at] === String(digit))), { numRuns: 200 });
  });
});

describe('An education number', () => {
  it('begins with 10 and has remainder 5 in the 11-proef', () => {
    expect(isEducationNumber('101222331')).toBe(true);
    expect(isEducationNumber('100252333')).toBe(false);
    expect(isEducationNumber('999900018')).toBe(false);
  });

  it('is never a BSN as well', () => {
    fc.assert(fc.property(digits, (number) => expect(isBsn(number) && isEducationNumber(number)).toBe(false)));
  });
});
