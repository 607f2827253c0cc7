import { describe, it } from '@jest/globals';
import { recorded } from '@trajectboek/testing';
import type { Recorded } from '@trajectboek/events';
import { given, retracted } from '../testing.js';

function reported(on: string): Recorded<'BenefitReported'> {
  return recorded('BenefitReported', { occurredAt: on, municipality: 'GM0518', urgentNeed: false });
}

function started(on: string, endsOn = on): Recorded<'SearchPeriodStarted'> {
  return recorded('SearchPeriodStarted', { occurredAt: on, endsOn, supportFromDayOne: true });
}

function waived(on: string): Recorded<'SearchPeriodWaived'> {
  return recorded('SearchPeriodWaived', { occurredAt: on, ground: 'municipal-policy' });
}

describe('starting a search period', () => {
  it('is possible, also without a recorded report', () => { given().when(started('2021-03-01')).thenAccepted(); });
  it('is possible again after an earlier one', () => { given(started('2020-03-01', '2020-03-29')).when(started('2021-03-01')).thenAccepted(); });
  it('is refused from the day of a waiver on', () => {
    given(reported('2021-03-01'), waived('2021-03-01')).when(started('2021-03-01')).thenRefused('waived');
    given(waived('2021-03-01')).when(started('2021-03-02')).thenRefused('waived');
    given(reported('2021-03-01'), waived('2021-03-01'), reported('2021-03-01')).when(started('2021-03-01')).thenRefused('waived');
  });
  it('from before the waiver, recorded late, is accepted', () => { given(waived('2021-03-05')).when(started('2021-03-01')).thenAccepted(); });
  it('is refused when the waiver came before the report that it is for', () => {
    given(waived('2021-03-01'), reported('2021-03-08')).when(started('2021-03-09')).thenRefused('waived');
    given(started('2019-03-01', '2019-03-29'), waived('2021-03-01'), reported('2021-03-08')).when(started('2021-03-09')).thenRefused('waived');
  });
  it('is possible when the youth reports anew after the waived report', () => {
    given(reported('2021-03-01'), waived('2021-03-01'), reported('2023-05-01')).when(started('2023-05-01')).thenAccepted();
    given(started('2021-03-01', '2021-03-29'), waived('2021-03-10'), reported('2023-05-01')).when(started('2023-05-01')).thenAccepted();
  });
  it('is possible when the waiver was retracted', () => {
    const mistake = waived('2021-03-01');
    given(reported('2021-03-01'), mistake, retracted(mistake)).when(started('2021-03-02')).thenAccepted();
  });
});

describe('waiving a search period', () => {
  it('is possible before, during and after one', () => {
    given().when(waived('2021-03-01')).thenAccepted();
    given(started('2021-03-01', '2021-03-29')).when(waived('2021-03-10')).thenAccepted();
    given(waived('2021-03-01')).when(waived('2021-03-01')).thenAccepted();
  });
});
