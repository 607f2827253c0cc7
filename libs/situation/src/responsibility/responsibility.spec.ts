import { describe, expect, it } from '@jest/globals';
import type { RecordedEvent } from '@trajectboek/events';
import * as f from '../testing/facts.js';
import { youthWith } from '../testing/youths.js';
import { responsibilityOf, type Responsibility } from './responsibility.js';

const RMC_LEADS = { lead: { party: 'rmc', organisationOf: 'subject.municipality' } };

function on(date: string, ...events: readonly RecordedEvent[]): Responsibility {
  return responsibilityOf(youthWith(events, date), RMC_LEADS);
}

const offer = f.offered('2021-03-01', {}, { by: f.SCHOOL });
const accepted = f.accepted('2021-03-10', {}, { by: f.MUNICIPALITY });
const rmcLeads = f.took('2021-02-01', { organisation: f.RMC });

describe('who holds a youth', () => {
  const stories: readonly (readonly [string, string, string, readonly RecordedEvent[]])[] = [
    ['nobody at first', '2021-01-01', 'none', []],
    ['the institution while an enrolment is open, whoever took the youth later', '2021-02-01', f.SCHOOL, [f.enrolled('2021-01-01'), rmcLeads]],
    ['the newest of two enrolments', '2021-02-01', f.OTHER_SCHOOL, [f.enrolled('2021-01-01'), f.enrolled('2021-02-01', { institution: f.OTHER_SCHOOL })]],
    ['nobody once the enrolment has ended', '2021-02-01', 'none', [f.enrolled('2021-01-01'), f.left('2021-02-01')]],
    ['who took the youth before, after the enrolment', '2021-05-01', f.RMC, [rmcLeads, f.enrolled('2021-03-01'), f.left('2021-04-01')]],
    ['who accepted the handover', '2021-03-10', f.MUNICIPALITY, [offer, accepted]],
    ['nobody on an offer alone', '2021-03-10', 'none', [offer]],
    ['who had the youth before, when the handover came back', '2021-04-02', f.RMC, [rmcLeads, offer, accepted, f.returned('2021-04-01')]],
    ['nobody after a handover that was revoked', '2021-04-02', 'none', [offer, accepted, f.revoked('2021-04-01')]],
    ['the newest take', '2021-05-01', f.MUNICIPALITY, [rmcLeads, f.took('2021-04-01', { role: 'guidance' })]],
    ['not who only pays', '2021-05-01', f.RMC, [rmcLeads, f.took('2021-04-01', { role: 'income' })]],
    ['nobody after the trajectory was closed', '2021-05-01', 'none', [rmcLeads, f.closed('2021-04-01')]],
    ['who took the youth when it was opened again', '2021-07-01', f.MUNICIPALITY, [rmcLeads, f.closed('2021-04-01'), f.opened('2021-06-01'), f.took('2021-06-02')]],
  ];
  it.each(stories)('%s', (...[, date, actual, events]) => { expect(on(date, ...events).actual).toBe(actual); });

  it('is told with the role and since when', () => {
    expect(on('2021-05-01', rmcLeads, f.took('2021-03-01', { organisation: f.RMC }), f.took('2021-04-01', { role: 'income' })).roles).toEqual([
      { role: 'lead', organisation: f.RMC, since: '2021-02-01' }, { role: 'income', organisation: f.MUNICIPALITY, since: '2021-04-01' },
    ]);
  });
});

describe('who must hold a youth', () => {
  it('is the lead of the rule set, also nobody', () => {
    expect(responsibilityOf(youthWith([], '2021-01-01'), { lead: { party: 'none' } })).toMatchObject({ legal: 'none', legalOrganisation: null, alarms: [] });
  });
  it('is named as an organisation where a fact names it', () => {
    const youth = youthWith([f.enrolled('2021-01-01')], '2021-02-01');
    expect(responsibilityOf(youth, { lead: { party: 'school', organisationOf: 'subject.lastInstitution' } }).legalOrganisation).toBe(f.SCHOOL);
    expect(responsibilityOf(youth, RMC_LEADS).legalOrganisation).toBeNull();
  });
});

describe('the alarm', () => {
  const other = f.took('2021-04-01');
  const stories: readonly (readonly [string, readonly string[], readonly RecordedEvent[]])[] = [
    ['gap: by law somebody, in fact nobody', ['gap'], []],
    ['gap: work does not change it', ['gap'], [f.placed('2021-01-01')]],
    ['double: two took the lead without a handover between them', ['double'], [rmcLeads, other]],
    ['double: not in different roles', [], [rmcLeads, f.took('2021-04-01', { role: 'guidance' })]],
    ['double: not the same party twice', [], [rmcLeads, f.took('2021-04-01', { organisation: f.RMC })]],
    ['double: not with a handover between them', [], [rmcLeads, f.offered('2021-03-01', {}, { by: f.RMC }), accepted, other]],
    ['double: ends when one hands over to the other', [], [f.took('2021-01-01'), rmcLeads, f.offered('2021-03-01', {}, { by: f.RMC }), accepted]],
    ['double: a handover leaves another role of a third party alone', ['double'], [f.took('2021-01-01', { role: 'income' }), f.took('2021-01-02', { role: 'income', organisation: f.RMC }), offer, accepted]],
    ['double: ends with the trajectory', ['gap'], [rmcLeads, other, f.closed('2021-05-01')]],
    ['disputed: until somebody takes the youth', ['gap', 'disputed'], [f.disputed('2021-04-01')]],
    ['disputed: also when somebody had taken the youth before', ['disputed'], [rmcLeads, f.disputed('2021-04-01')]],
    ['disputed: ends with the trajectory', ['gap'], [f.disputed('2021-04-01'), f.closed('2021-05-01')]],
    ['disputed: also after an older closing', ['gap', 'disputed'], [f.closed('2021-03-01'), f.disputed('2021-04-01')]],
    ['disputed: ends with the next take', [], [f.disputed('2021-03-01'), other]],
  ];
  it.each(stories)('%s', (_, alarms, events) => { expect(on('2021-06-01', ...events).alarms).toEqual(alarms); });

  it('double names the parties', () => {
    expect(on('2021-06-01', rmcLeads, other).doubles.map(({ organisation }) => organisation)).toEqual([f.RMC, f.MUNICIPALITY]);
  });
});
