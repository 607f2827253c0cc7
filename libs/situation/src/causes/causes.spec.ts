import { describe, expect, it } from '@jest/globals';
import type { RecordedEvent } from '@trajectboek/events';
import { situationOf } from '../situation.js';
import * as f from '../testing/facts.js';
import { youthWith } from '../testing/youths.js';
import { causesOf } from './causes.js';
import type { Cause } from './cause.js';

function causeOn(date: string, ...events: readonly RecordedEvent[]): Cause | null {
  return situationOf(youthWith(events, date)).cause;
}

type Story = readonly [title: string, date: string, cause: Cause, events: readonly RecordedEvent[]];

const offer = f.offered('2021-03-01');
const exit = (destination: 'education' | 'labour' | 'none' | 'unknown', on = '2021-03-01'): RecordedEvent => f.left(on, { destination });
const period = f.searching('2021-01-04');
const refusal = f.admission('2021-03-01');
const noBenefit = f.benefit('2021-03-01', { outcome: 'refused' });
const match = f.opened('2021-01-01', { reason: 'register-match' });

describe('the cause of being out of view', () => {
  const stories: readonly Story[] = [
    ['a handover arrives in time on the fourteenth day', '2021-03-29', 'silence', [offer]],
    ['a handover has not arrived the day after', '2021-03-30', 'handover-not-arrived', [offer]],
    ['an accepted handover that did not arrive', '2021-03-30', 'handover-not-arrived', [offer, f.accepted('2021-03-10')]],
    ['the expected start counts when it is later', '2021-04-15', 'silence', [f.offered('2021-03-01', { expectedStart: '2021-04-01' })]],
    ['a returned handover is another matter', '2021-05-01', 'silence', [offer, f.returned('2021-03-10')]],
    ['a revoked handover too', '2021-05-01', 'silence', [offer, f.revoked('2021-03-10')]],
    ['contact does not end it', '2021-09-01', 'handover-not-arrived', [offer, f.spoke('2021-05-01')]],
    ['a search period that lapsed', '2021-02-02', 'search-period-lapsed', [period]],
    ['an application on its first day', '2021-02-02', 'silence', [period, f.benefitApplied('2021-01-04')]],
    ['an older application does not count', '2021-02-02', 'search-period-lapsed', [f.benefitApplied('2021-01-03'), period]],
    ['a waiver for a later report leaves it lapsed', '2021-10-01', 'search-period-lapsed', [period, f.reported('2021-09-01'), f.waived('2021-09-02')]],
    ['a waiver after its end without a new report is about it', '2021-10-01', 'silence', [period, f.waived('2021-02-10')]],
    ['a waived period cannot lapse', '2021-02-02', 'silence', [period, f.waived('2021-01-10')]],
    ['a refused benefit and nothing after it', '2021-03-02', 'not-entitled', [noBenefit]],
    ['the application of that day is what was refused', '2021-04-01', 'not-entitled', [f.benefitApplied('2021-03-01', {}, { position: 1 }), f.benefit('2021-03-01', { outcome: 'refused' }, { position: 2 })]],
    ['a talk on the day of the refusal follows it', '2021-12-01', 'silence', [noBenefit, f.spoke('2021-03-01')]],
    ['a refused benefit and then a job that ended', '2021-09-01', 'silence', [noBenefit, f.placed('2021-03-01'), f.placementEnded('2021-05-01')]],
    ['a refused benefit and then support', '2021-09-01', 'silence', [noBenefit, f.supported('2021-04-01')]],
    ['two refusals, of which the last counts', '2021-09-01', 'not-entitled', [noBenefit, f.benefit('2021-04-01', { outcome: 'refused' })]],
    ['a refused admission on the twenty-eighth day', '2021-03-29', 'silence', [refusal]],
    ['a refused admission the day after', '2021-03-30', 'admission-refused', [refusal]],
    ['an alternative within the term', '2021-05-01', 'silence', [refusal, f.admission('2021-03-29', { decision: 'alternative-offered' })]],
    ['an alternative that came too late', '2021-05-01', 'admission-refused', [refusal, f.admission('2021-03-30', { decision: 'alternative-offered' })]],
    ['another application, also after the term', '2021-05-01', 'silence', [refusal, f.applied('2021-04-20', { institution: f.OTHER_SCHOOL })]],
    ['the application that was refused is not another one', '2021-05-01', 'admission-refused', [f.applied('2021-03-01', {}, { position: 1 }), f.admission('2021-03-01', {}, { position: 2 })]],
    ['an application elsewhere on the same day is', '2021-05-01', 'silence', [f.applied('2021-03-01', { institution: f.OTHER_SCHOOL }, { position: 1 }), f.admission('2021-03-01', {}, { position: 2 })]],
    ['a transition gap after twenty-eight days', '2021-03-30', 'transition-gap', [exit('education')]],
    ['no transition gap before', '2021-03-29', 'silence', [exit('education')]],
    ['no transition gap on the way to work', '2021-05-01', 'silence', [exit('labour')]],
    ['a start on the day of the exit closes the gap', '2021-09-01', 'silence', [exit('none'), f.track('2021-03-01'), f.trackEnded('2021-05-01')]],
    ['an application closes the gap', '2021-09-01', 'silence', [exit('unknown'), f.applied('2021-06-01')]],
    ['something that was open at the exit does not', '2021-09-01', 'transition-gap', [f.track('2021-01-01'), exit('none'), f.trackEnded('2021-05-01')]],
    ['a dropout', '2021-03-02', 'dropped-out', [f.dropped('2021-03-01')]],
    ['a dropout and a talk on the same day', '2021-09-01', 'silence', [f.spoke('2021-03-01'), f.dropped('2021-03-01')]],
    ['a lost job', '2021-03-02', 'job-lost', [f.placed('2021-01-01'), f.lost('2021-03-01')]],
    ['a lost job and a talk after it', '2021-09-01', 'silence', [f.placed('2021-01-01'), f.lost('2021-03-01'), f.spoke('2021-03-02')]],
    ['two attempts that did not reach', '2021-09-01', 'contact-lost', [f.spoke('2021-01-01'), f.attempted('2021-05-01'), f.attempted('2021-05-20')]],
    ['one attempt is not yet lost', '2021-09-01', 'silence', [f.attempted('2021-05-01')]],
    ['attempts before the last contact do not count', '2021-09-01', 'silence', [f.attempted('2021-01-01'), f.spoke('2021-02-01'), f.attempted('2021-05-20')]],
    ['an attempt that reached breaks the row', '2021-09-01', 'silence', [f.attempted('2021-05-01'), f.attempted('2021-05-02', { reached: true }), f.attempted('2021-05-20')]],
    ['declined support', '2021-03-02', 'support-declined', [f.declined('2021-03-01')]],
    ['declined support until the recheck', '2021-06-01', 'silence', [f.declined('2021-03-01', { recheckOn: '2021-06-01' })]],
    ['declined support after the recheck, also when spoken to', '2021-12-01', 'support-declined', [f.declined('2021-03-01', { recheckOn: '2021-06-01' }), f.spoke('2021-06-10')]],
    ['released without a place', '2021-03-02', 'released-without-follow-up', [f.stay('2021-01-01'), f.stayEnded('2021-03-01')]],
    ['released with a place', '2021-03-02', 'silence', [f.stay('2021-01-01'), f.stayEnded('2021-03-01', { followUpPlaceArranged: true })]],
    ['left with a basic qualification and nothing since', '2021-03-02', 'qualified-unfollowed', [f.left('2021-03-01', { withBasicQualification: true })]],
    ['a diploma of the same day is no later fact', '2021-09-01', 'qualified-unfollowed', [f.left('2021-03-01'), f.diploma('2021-03-01')]],
    ['any later fact ends it', '2021-09-01', 'silence', [f.left('2021-03-01', { withBasicQualification: true }), f.attempted('2021-03-02')]],
    ['found in a register and never spoken to', '2021-03-02', 'never-seen', [match]],
    ['nothing of it all', '2021-03-02', 'silence', [f.opened('2021-01-01')]],
  ];
  it.each(stories)('%s', (...[, date, cause, events]) => { expect(causeOn(date, ...events)).toBe(cause); });

  it('is not told of who is in view or closed', () => {
    expect(causeOn('2021-03-02', f.dropped('2021-03-01'), f.placed('2021-03-01'))).toBeNull();
    expect(causeOn('2021-03-02', f.dropped('2021-03-01'), f.closed('2021-03-01'))).toBeNull();
  });
});

describe('growing too old for the register', () => {
  const youth = [f.opened('2020-01-01', { birthDate: '1998-05-10' })];
  it('counts from the birthday on', () => {
    expect(causeOn('2021-05-09', ...youth)).toBe('silence');
    expect(situationOf(youthWith(youth, '2021-05-10'))).toMatchObject({ cause: 'aged-out', causeOn: '2021-05-10', causeEvent: null });
  });
  it('uses the age in force on the date', () => {
    expect(causeOn('2025-05-10', ...youth)).toBe('aged-out');
    expect(situationOf(youthWith([f.opened('2020-01-01', { birthDate: '2000-05-10' })], '2026-06-01')).cause).toBe('silence');
  });
  it('does not count for who has a qualification, a guide or a holder', () => {
    for (const other of [f.diploma('2021-01-01'), f.guide('2021-01-01'), f.took('2021-01-01')]) expect(causeOn('2021-06-01', ...youth, other)).toBe('silence');
    expect(causeOn('2021-06-01', ...youth, f.guide('2021-01-01'), f.guideEnded('2021-02-01'))).toBe('aged-out');
  });
});

describe('of several conditions', () => {
  it('the newest trigger counts', () => {
    expect(causeOn('2021-09-01', f.dropped('2021-03-01'), f.attempted('2021-04-01'), f.attempted('2021-05-01'))).toBe('contact-lost');
    expect(causeOn('2021-09-01', f.attempted('2021-01-01'), f.attempted('2021-02-01'), f.dropped('2021-03-01'))).toBe('dropped-out');
  });
  it('a handover counts from its acceptance', () => {
    expect(causeOn('2021-09-01', offer, f.dropped('2021-03-05'))).toBe('dropped-out');
    expect(causeOn('2021-09-01', offer, f.dropped('2021-03-05'), f.accepted('2021-03-10'))).toBe('handover-not-arrived');
  });
  it('with equal dates the lower in the table counts, in whichever order they came', () => {
    const pair = [f.dropped('2021-03-01'), exit('none'), f.declined('2021-03-01')];
    expect(causeOn('2021-09-01', ...pair)).toBe('support-declined');
    expect(causeOn('2021-09-01', ...[...pair].reverse())).toBe('support-declined');
    expect(causesOf(youthWith(pair, '2021-09-01')).map(({ cause }) => cause)).toEqual(['transition-gap', 'dropped-out', 'support-declined']);
  });
  it('a retracted one does not count', () => {
    const wrong = f.dropped('2021-03-01');
    expect(causeOn('2021-09-01', match, wrong, f.retracted('2021-04-01', { retractedEventId: wrong.eventId }))).toBe('never-seen');
  });
});

describe('what is close to a cause', () => {
  const stories: readonly Story[] = [
    ['an application on the day of the exit closes the gap', '2021-06-01', 'silence', [exit('none'), f.applied('2021-03-01')]],
    ['attempts on the day of the last contact count', '2021-09-01', 'contact-lost', [f.spoke('2021-05-01'), f.attempted('2021-05-01'), f.attempted('2021-05-20')]],
    ['attempts of a day before the one that reached do not count', '2021-09-01', 'silence', [f.attempted('2021-05-02'), f.attempted('2021-05-02', { reached: true }), f.attempted('2021-05-20')]],
    ['a qualification of an older exit is not that of the newest', '2021-09-01', 'silence', [f.left('2020-06-01', { withBasicQualification: true }), f.left('2021-03-01')]],
    ['an older exit without a qualification takes nothing away', '2021-09-01', 'qualified-unfollowed', [f.left('2020-06-01'), f.left('2021-03-01', { withBasicQualification: true })]],
    ['of two exits of one day one with a qualification is enough', '2021-09-01', 'qualified-unfollowed', [f.left('2021-03-01', { withBasicQualification: true }), f.left('2021-03-01', { institution: f.OTHER_SCHOOL })]],
    ['found in a register and spoken to after that', '2021-09-01', 'silence', [match, f.spoke('2021-03-05')]],
    ['an expected start before the answer moves nothing', '2021-03-29', 'silence', [f.offered('2021-03-01', { expectedStart: '2021-03-05' })]],
    ['help before the refusal does not follow it', '2021-09-01', 'not-entitled', [f.applied('2021-02-01'), noBenefit]],
    ['an application for a benefit after the refusal follows it', '2021-09-01', 'silence', [noBenefit, f.benefitApplied('2021-03-05')]],
    ['an attempt that did not reach follows nothing', '2021-09-01', 'not-entitled', [noBenefit, f.attempted('2021-03-05')]],
    ['a refusal that names an alternative', '2021-09-01', 'silence', [f.admission('2021-03-01', { alternative: 'entree' })]],
    ['a refusal with an alternative of the same day', '2021-09-01', 'silence', [refusal, f.admission('2021-03-01', { decision: 'alternative-offered' })]],
    ['a refusal after an older admission', '2021-09-01', 'admission-refused', [f.admission('2021-02-01', { decision: 'admitted' }), refusal]],
    ['a new application at the institution on the day of the refusal', '2021-09-01', 'silence', [f.admission('2021-03-01', {}, { position: 1 }), f.applied('2021-03-01', {}, { position: 2 })]],
    ['the application of that day is what was refused', '2021-09-01', 'admission-refused', [f.applied('2021-03-01', {}, { position: 1 }), f.admission('2021-03-01', {}, { position: 2 })]],
  ];
  it.each(stories)('%s', (...[, date, cause, events]) => { expect(causeOn(date, ...events)).toBe(cause); });

  it('dates from the newest attempt that did not reach', () => {
    const attempts = ['2021-05-01', '2021-05-10', '2021-05-20'].map((on) => f.attempted(on));
    expect(situationOf(youthWith(attempts, '2021-09-01'))).toMatchObject({ cause: 'contact-lost', causeOn: '2021-05-20', causeEvent: attempts[2] });
  });

  it('dates from the newest offer or acceptance of all handovers that did not arrive', () => {
    const events = [offer, f.accepted('2021-03-10'), f.offered('2021-03-02', { handoverId: 'h2' })];
    expect(situationOf(youthWith(events, '2021-09-01'))).toMatchObject({ cause: 'handover-not-arrived', causeOn: '2021-03-10', causeEvent: events[1] });
  });
});
