import { isBsn } from '@trajectboek/privacy';
import { SCHOOL } from '@trajectboek/testing';

export type Json = Readonly<Record<string, unknown>>;

/** The nth burgerservicenummer of the range for tests (9999xxxxx) that passes the 11-proef. */
export function testBsn(nth: number): string {
  for (let number = 999_900_000, seen = 0; ; number += 1) {
    if (isBsn(String(number))) seen += 1;
    if (seen === nth) return String(number);
  }
}

export function identityOf(nth: number): Json {
  return { bsn: testBsn(nth) };
}

export interface Sent {
  readonly subject: string;
  readonly id: string;
  readonly type?: string;
  readonly source?: string;
  readonly data?: Json;
  readonly [attribute: string]: unknown;
}

/** A CloudEvent as a school sends it: a contact, where nothing else is said. */
export function sent({ subject, id, type = 'ContactMade', source = SCHOOL, data, ...others }: Sent): Json {
  return { specversion: '1.0', type, source, id, subject, data: data ?? { occurredAt: '2024-03-01', purpose: 'guidance', situation: 'school', supportNeeded: false }, ...others };
}

/** The usual data of types that specs send often; specs name what matters to them. */
export const opening = (data: Json = {}): Json => ({ occurredAt: '2024-01-10', reason: 'mbo', birthDate: '2005-06-01', municipality: 'GM0153', ...data });
export const enrolment = (data: Json = {}): Json => ({ occurredAt: '2024-01-15', institution: SCHOOL, schoolType: 'mbo-2', ...data });
export const offer = (data: Json = {}): Json => ({ occurredAt: '2024-02-01', handoverId: 'h1', receiverRole: 'municipality', warm: true, answerBy: '2024-02-15', ...data });
