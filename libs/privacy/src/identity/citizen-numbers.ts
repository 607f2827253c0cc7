const NINE_DIGITS = /^[0-9]{9}$/;
/** An education number passes the 11-proef with this remainder, so that it is never a BSN. Source: RIO/BRON, onderwijsnummer. */
const EDUCATION_REMAINDER = 5;

/** Whether the text is a burgerservicenummer: nine digits that pass the 11-proef. Source: Logisch Ontwerp BSN, RvIG. */
export function isBsn(text: string): boolean {
  return NINE_DIGITS.test(text) && text !== '000000000' && remainderOf(text) === 0;
}

/** Whether the text is an onderwijsnummer, for a pupil without BSN: nine digits, `10` first, remainder 5. */
export function isEducationNumber(text: string): boolean {
  return NINE_DIGITS.test(text) && text.startsWith('10') && remainderOf(text) === EDUCATION_REMAINDER;
}

/** 9·a + 8·b + … + 2·h − i, modulo 11. */
function remainderOf(digits: string): number {
  const sum = [...digits].reduce((total, digit, index) => total + Number(digit) * (index === 8 ? -1 : 9 - index), 0);
  return ((sum % 11) + 11) % 11;
}
