import { describe, expect, it } from '@jest/globals';
import { MUNICIPALITY, RMC, SCHOOL } from '@trajectboek/testing';
import { decide } from '../decide.js';
import { accepted, completed, given, offered, retracted, returned, revoked } from '../testing.js';
import { evolve, initialState } from '../trajectory-state.js';

describe('offering a handover', () => {
  it('is possible without consent', () => { given().when(offered()).thenAccepted(); });
  it('is possible next to another open handover', () => { given(offered()).when(offered({ id: 'h2' })).thenAccepted(); });

  it.each([
    ['an open', [offered()]],
    ['an accepted', [offered(), accepted()]],
    ['a returned', [offered(), returned()]],
    ['a revoked', [offered(), revoked()]],
    ['a completed', [offered(), accepted(), completed()]],
  ])('under the id of %s handover is refused', (_, facts) => { given(...facts).when(offered()).thenRefused('already-answered'); });

  it('is possible again after the first offer turned out never to have happened', () => {
    const mistake = offered();
    given(mistake, retracted(mistake)).when(offered()).thenAccepted();
  });
});

describe.each([['accepting', accepted], ['returning', returned]])('%s a handover', (_, answer) => {
  it('is for the receiver', () => { given(offered()).when(answer()).thenAccepted(); });
  it('needs an offer', () => { given().when(answer()).thenRefused('not-offered'); });
  it('needs an offer with that id', () => { given(offered()).when(answer({ id: 'h2' })).thenRefused('not-offered'); });
  it('is not for another organisation', () => { given(offered()).when(answer({ by: RMC })).thenRefused('not-the-receiver'); });
  it('is not for the offerer', () => { given(offered()).when(answer({ by: SCHOOL })).thenRefused('not-the-receiver'); });
  it('is done once', () => { given(offered(), accepted()).when(answer()).thenRefused('already-answered'); });
  it('is not possible after it was returned', () => { given(offered(), returned()).when(answer()).thenRefused('already-answered'); });
  it('is not possible after it was revoked', () => { given(offered(), revoked()).when(answer()).thenRefused('already-answered'); });
  it('by another one after the answer is refused for who it is', () => { given(offered(), accepted()).when(answer({ by: RMC })).thenRefused('not-the-receiver'); });
  it('is possible again after the first answer was retracted', () => {
    const answered = accepted();
    given(offered(), answered, retracted(answered)).when(answer()).thenAccepted();
  });
});

describe('completing a handover', () => {
  it('is for the receiver that accepted', () => { given(offered(), accepted()).when(completed()).thenAccepted(); });
  it('needs an offer', () => { given().when(completed()).thenRefused('not-offered'); });
  it('needs acceptance', () => { given(offered()).when(completed()).thenRefused('not-accepted'); });
  it('is not for another organisation, accepted or not', () => {
    given(offered()).when(completed({ by: RMC })).thenRefused('not-the-receiver');
    given(offered(), accepted()).when(completed({ by: SCHOOL })).thenRefused('not-the-receiver');
  });
  it('is not possible after it was returned', () => { given(offered(), returned()).when(completed()).thenRefused('not-accepted'); });
  it('is not possible after it was revoked', () => { given(offered(), accepted(), revoked()).when(completed()).thenRefused('not-accepted'); });
  it('is done once', () => { given(offered(), accepted(), completed()).when(completed()).thenRefused('already-answered'); });
});

describe('revoking a handover', () => {
  it('is for the offerer, before and after acceptance', () => {
    given(offered()).when(revoked()).thenAccepted();
    given(offered(), accepted()).when(revoked()).thenAccepted();
  });
  it('is not for the receiver', () => { given(offered()).when(revoked({ by: MUNICIPALITY })).thenRefused('not-the-offerer'); });
  it('needs an offer', () => { given().when(revoked()).thenRefused('not-offered'); });
  it.each([
    ['was returned', [offered(), returned()]],
    ['was revoked', [offered(), revoked()]],
    ['arrived', [offered(), accepted(), completed()]],
  ])('is not possible after the youth %s', (_, facts) => { given(...facts).when(revoked()).thenRefused('already-answered'); });
});

describe('the handovers of two youths', () => {
  it('do not touch each other, with one handover id', () => {
    const one = evolve(initialState, offered());
    const other = evolve(initialState, offered({ to: RMC }));
    expect(decide(one, accepted())).toEqual({ accepted: true });
    expect(decide(other, accepted())).toEqual({ accepted: false, refusal: 'not-the-receiver' });
    expect(decide(initialState, accepted())).toEqual({ accepted: false, refusal: 'not-offered' });
  });
});
