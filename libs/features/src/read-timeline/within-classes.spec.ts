import { describe, expect, it } from '@jest/globals';
import { AsOf, Chronicle, type RecordedEvent } from '@trajectboek/events';
import { youthOn } from '@trajectboek/situation';
import * as f from '@trajectboek/testing/facts';
import { timelineEntries } from '@trajectboek/timeline';
import { SETTINGS } from '../testing/stored-youths.js';
import { withinClasses } from './within-classes.js';

const referral = f.referred('2021-01-02');
const stay = f.stay('2021-01-03');
const correction = (on: string, { eventId, data }: RecordedEvent): RecordedEvent => f.corrected(on, { correctedEventId: eventId, replacement: { ...data } });
const told: readonly RecordedEvent[] = [f.opened('2021-01-01'), referral, stay, correction('2021-01-04', referral), correction('2021-01-05', stay)];

function seenAs(role: string): readonly string[] {
  const youth = youthOn(new Chronicle(told).on(new AsOf('2021-06-01')), SETTINGS);
  return withinClasses(timelineEntries(youth), role, told).map(({ type, level, data }) => `${type} ${level} ${data === null ? 'empty' : 'said'}`);
}

describe('the timeline for a role', () => {
  it('is whole for a guide, whose role has every class of data', () => {
    expect(seenAs('guide')).toEqual(['TrajectoryOpened what said', 'ReferralMade what said', 'InstitutionStayStarted what said', 'EventCorrected what said', 'EventCorrected what said']);
  });

  it('tells a coordinator that there was care and not which, and nothing of a stay, also where a correction repeats it', () => {
    expect(seenAs('coordinator')).toEqual(['TrajectoryOpened what said', 'ReferralMade that empty', 'EventCorrected that empty']);
  });

  it('is empty of content for a role that is not known', () => {
    expect(seenAs('director').every((entry) => entry.endsWith('that empty'))).toBe(true);
  });
});
