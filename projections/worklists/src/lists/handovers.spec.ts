import { describe, expect, it } from '@jest/globals';
import * as f from '@trajectboek/testing/facts';
import { itemsOn, type ListStory } from '../testing/on-list.js';

const offer = f.offered('2021-03-01');
const again = f.offered('2021-03-06', { handoverId: 'h2', to: f.RMC, answerBy: '2021-03-20' });

describe('the list of open handovers', () => {
  const stories: readonly ListStory[] = [
    ['has an offer on its day', '2021-03-01', ['unanswered'], [offer]],
    ['has it as unanswered on the asked day', '2021-03-15', ['unanswered'], [offer]],
    ['has it as overdue the day after', '2021-03-16', ['overdue'], [offer]],
    ['has one that was accepted, until the youth has arrived', '2021-12-31', ['not-arrived'], [offer, f.accepted('2021-03-05')]],
    ['does not have one that arrived', '2021-03-09', [], [offer, f.accepted('2021-03-05'), f.arrived('2021-03-09')]],
    ['does not have one that was revoked', '2021-03-09', [], [offer, f.revoked('2021-03-09')]],
    ['has one that was given back', '2021-12-31', ['returned'], [offer, f.returned('2021-03-05')]],
    ['has only the new one once it was offered again', '2021-03-07', ['unanswered'], [offer, f.returned('2021-03-05'), again]],
    ['has only the last one when that was given back as well', '2021-04-01', ['returned'], [offer, f.returned('2021-03-05'), again, f.returned('2021-03-10', { handoverId: 'h2' })]],
    ['keeps one that was given back when the other offer is older', '2021-03-20', ['returned', 'unanswered'], [offer, f.offered('2021-03-02', { handoverId: 'h2', answerBy: '2021-04-01' }), f.returned('2021-03-05')]],
    ['is empty for a closed trajectory', '2021-03-10', [], [offer, f.closed('2021-03-10')]],
    ['has it again when the trajectory is opened again', '2021-06-01', ['overdue'], [offer, f.closed('2021-03-10'), f.opened('2021-06-01')]],
  ];
  it.each(stories)('%s', (_, date, why, events) => { expect(itemsOn('open-handovers', date, events).map((item) => item.why.code)).toEqual(why); });

  it('tells whose turn it is, since when and for when', () => {
    const on = (...events: Parameters<typeof itemsOn>[2]): unknown => itemsOn('open-handovers', '2021-04-01', events).map(({ since, dueOn, owner, events: facts }) => [since, dueOn, owner, facts.length]);
    expect(on(offer)).toEqual([['2021-03-01', '2021-03-15', f.MUNICIPALITY, 1]]);
    expect(on(offer, f.accepted('2021-03-05'))).toEqual([['2021-03-05', '2021-03-29', f.MUNICIPALITY, 2]]);
    expect(on(f.offered('2021-03-01', { expectedStart: '2021-06-01' }), f.accepted('2021-03-05'))).toEqual([['2021-03-05', '2021-06-15', f.MUNICIPALITY, 2]]);
    expect(on(offer, f.returned('2021-03-05'))).toEqual([['2021-03-05', '2021-03-19', f.SCHOOL, 2]]);
  });
});
