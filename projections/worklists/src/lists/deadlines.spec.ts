import { describe, expect, it } from '@jest/globals';
import * as f from '@trajectboek/testing/facts';
import { itemsOn, itemsWith } from '../testing/on-list.js';

const ENTREE = f.enrolled('2020-09-01', { schoolType: 'entree' });
const VSO = f.enrolled('2020-09-01', { schoolType: 'vso' });
const advice = (on: string) => f.advised(on);
const review = (on: string) => f.met(on, { kind: 'yearly-route-review', youthPresent: false });

describe('the list of terms', () => {
  const codes = (date: string, ...events: Parameters<typeof itemsOn>[2]): readonly string[] => itemsOn('deadlines-due-and-overdue', date, events).map(({ why }) => why.code);
  it('has a term on its day and after it, not before', () => {
    expect(codes('2021-03-14', f.offered('2021-03-01'))).not.toContain('handover-answer:due');
    expect(codes('2021-03-15', f.offered('2021-03-01'))).toContain('handover-answer:due');
    expect(codes('2021-03-16', f.offered('2021-03-01'))).toContain('handover-answer:overdue');
  });
  it('does not have what was met or revoked', () => {
    expect(codes('2021-03-16', f.offered('2021-03-01'), f.accepted('2021-03-10'))).not.toContain('handover-answer:overdue');
    expect(codes('2021-03-16', f.offered('2021-03-01'), f.revoked('2021-03-10'))).toEqual([]);
  });
  it('has each term once, also two of one clock from one day', () => {
    const items = itemsOn('deadlines-due-and-overdue', '2021-06-01', [f.referred('2021-03-01', { referralId: 'r1' }), f.referred('2021-03-01', { referralId: 'r2', to: f.RMC })]);
    expect(items.map(({ why }) => why.code)).toEqual(['referral-start:overdue', 'referral-start:overdue']);
    expect(new Set(items.map(({ key }) => key)).size).toBe(2);
  });
  it('has no birthdays, and nothing of a closed trajectory but what privacy asks', () => {
    expect(codes('2021-05-10', f.opened('2018-01-01', { birthDate: '2003-05-10' }))).toEqual([]);
    expect(codes('2021-06-01', f.offered('2021-03-01'), f.consentAsked('2021-03-01'), f.closed('2021-05-20')).every((code) => code.startsWith('consent-'))).toBe(true);
  });
});

describe('the lists of study advice', () => {
  const on = (list: string, date: string, ...events: Parameters<typeof itemsOn>[2]): number => itemsOn(list, date, events).length;
  it('have it as due from thirty days before, and as overdue after its day', () => {
    const days = ['2020-12-01', '2020-12-02', '2021-01-01', '2021-01-02'];
    expect(days.map((day) => [on('bsa-due', day, ENTREE), on('bsa-overdue', day, ENTREE)])).toEqual([[0, 0], [1, 0], [1, 0], [1, 1]]);
  });
  it('do not have it once it was given, or the enrolment ended', () => {
    expect(on('bsa-due', '2020-12-20', ENTREE, advice('2020-12-15'))).toBe(0);
    expect(on('bsa-overdue', '2021-02-01', ENTREE, advice('2021-01-20'))).toBe(0);
    expect(on('bsa-overdue', '2021-02-01', ENTREE, f.left('2021-01-20'))).toBe(0);
  });
  it('have one that was given before it could count', () => {
    expect(on('bsa-due', '2020-12-20', ENTREE, advice('2020-10-01'))).toBe(1);
  });
  it('do not have other education', () => {
    expect(on('bsa-due', '2021-01-02', VSO)).toBe(0);
  });
});

describe('the list of second transition meetings', () => {
  const first = f.met('2020-10-08', { kind: 'transition-1' });
  const on = (date: string, ...events: Parameters<typeof itemsOn>[2]): number => itemsWith(['transition-2'], 'second-transition-meeting-due')(date, events).length;
  it('has one from thirty days before until it is held', () => {
    expect(['2021-03-08', '2021-03-09', '2021-05-01'].map((day) => on(day, first))).toEqual([0, 1, 1]);
    expect(on('2021-05-01', first, f.met('2021-04-20', { kind: 'transition-2' }))).toBe(0);
  });
  it('is of the organisations that hold such meetings', () => {
    expect(itemsOn('second-transition-meeting-due', '2021-05-01', [first])).toEqual([]);
  });
});

describe('the list of yearly route reviews', () => {
  const on = (date: string, ...events: Parameters<typeof itemsOn>[2]): readonly string[] => itemsWith(['yearly-route-review'], 'yearly-route-review-due')(date, events).map(({ dueOn }) => String(dueOn));
  it('has a year from sixty days before its end', () => {
    expect(['2021-07-02', '2021-07-03', '2021-09-02'].map((day) => on(day, VSO))).toEqual([[], ['2021-09-01'], ['2021-09-01']]);
  });
  it('does not have a year with a review, nor a missed one that a later year has made good', () => {
    expect(on('2021-08-01', VSO, review('2021-01-10'))).toEqual([]);
    expect(on('2021-12-01', VSO, review('2021-11-01'))).toEqual([]);
  });
  it('does not have who left', () => {
    expect(on('2021-12-01', VSO, f.left('2021-10-01'))).toEqual([]);
  });
});
