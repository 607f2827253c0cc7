import { describe, it } from '@jest/globals';
import { recorded } from '@trajectboek/testing';
import { closed, given, offered, opened } from '../testing.js';

const start = opened('2002-01-01');

describe('closing a trajectory', () => {
  it('is possible once', () => {
    given(start).when(closed()).thenAccepted();
    given(start, closed()).when(closed()).thenRefused('already-closed');
  });
  it('is possible again after it was opened again', () => { given(start, closed(), start).when(closed()).thenAccepted(); });
  it('is possible where the opening cannot be read any more', () => { given().when(closed()).thenAccepted(); });
});

describe('a closed trajectory', () => {
  it('can be opened again', () => { given(start, closed()).when(start).thenAccepted(); });
  it('takes facts and new steps', () => {
    given(start, closed()).when(recorded('JobLost', { occurredAt: '2022-01-01', placementId: 'p1', lastWorkingDay: '2022-01-01', reason: 'dismissed' })).thenAccepted();
    given(start, closed()).when(offered({ on: '2022-01-01' })).thenAccepted();
  });
});

describe('opening a trajectory', () => {
  it('is possible while it is open', () => { given(start).when(start).thenAccepted(); });
});
