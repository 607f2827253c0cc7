import { daysBetween } from '@trajectboek/events';
import { handoversOf } from '@trajectboek/situation';
import { distributionOf } from '../figures/distribution.js';
import { SHARE_KEYS, share, shareOf } from '../figures/share.js';
import type { Metric } from '../metric.js';
import { Tally } from '../tally.js';
import { counts } from '../window.js';

/** C2: what came of the handovers that were offered. */
export const HANDOVER_ACCEPTANCE: Metric = {
  id: 'C2',
  label: 'Overdracht aanvaard',
  definition: 'Wat gebeurde er met elke overdracht die in de periode werd aangeboden? Aanvaard, teruggegeven, of zonder antwoord '
    + 'terwijl de antwoorddatum voorbij is. Een ingetrokken overdracht vraagt geen antwoord meer.',
  unit: 'aantal',
  worklist: 'open-handovers',
  keys: ['offered', 'accepted', 'returned', 'unanswered', 'shares'],
  itemsOf(youth, { window }) {
    const tally = new Tally();
    for (const { offeredOn, acceptedOn, returnedOn, state, answerBy } of handoversOf(youth)) {
      if (!counts(window, offeredOn)) continue;
      tally.on(offeredOn).count('offered');
      if (acceptedOn !== null) tally.count('accepted');
      if (returnedOn !== null) tally.count('returned');
      if (state === 'offered' && youth.asOf.passed(answerBy)) tally.count('unanswered');
    }
    return tally;
  },
  summarise(tally) {
    const [offered, accepted, returned, unanswered] = ['offered', 'accepted', 'returned', 'unanswered'].map((name) => tally.countOf(name)) as [number, number, number, number];
    const shares = { accepted: share(accepted, offered), returned: share(returned, offered), unanswered: share(unanswered, offered) };
    return { offered, accepted, returned, unanswered, shares };
  },
};

/** C3: how long the steps of a handover take. */
export const HANDOVER_LATENCY: Metric = {
  id: 'C3',
  label: 'Doorlooptijd van een overdracht',
  definition: 'Hoeveel dagen zitten er tussen aanbieden en aanvaarden, en tussen aanvaarden en aankomen? Een overdracht die nog op '
    + 'antwoord of aankomst wacht, telt als lopend. Teruggegeven en ingetrokken overdrachten tellen niet mee.',
  unit: 'dagen',
  worklist: 'open-handovers',
  keys: ['offeredToAccepted', 'acceptedToCompleted'],
  itemsOf(youth, { window }) {
    const tally = new Tally();
    for (const { offeredOn, acceptedOn, completedOn, state } of handoversOf(youth)) {
      if (counts(window, offeredOn) && (acceptedOn !== null || state === 'offered')) {
        tally.on(offeredOn).length('offeredToAccepted', daysBetween(offeredOn, acceptedOn ?? window.asOf), acceptedOn === null);
      }
      if (acceptedOn !== null && counts(window, acceptedOn) && (completedOn !== null || state === 'accepted')) {
        tally.on(acceptedOn).length('acceptedToCompleted', daysBetween(acceptedOn, completedOn ?? window.asOf), completedOn === null);
      }
    }
    return tally;
  },
  summarise: (tally) => ({
    offeredToAccepted: distributionOf(tally, 'offeredToAccepted'),
    acceptedToCompleted: distributionOf(tally, 'acceptedToCompleted'),
  }),
};

/** C4: how many of the accepted handovers arrived. */
export const ARRIVAL_RATE: Metric = {
  id: 'C4',
  label: 'Aangekomen bij de ontvanger',
  definition: 'Welk deel van de overdrachten die in de periode zijn aanvaard, is afgerond: de jongere is aangekomen?',
  unit: 'aandeel',
  worklist: 'open-handovers',
  keys: SHARE_KEYS,
  itemsOf(youth, { window }) {
    const tally = new Tally();
    for (const { acceptedOn, completedOn } of handoversOf(youth)) {
      if (acceptedOn !== null && counts(window, acceptedOn)) tally.on(acceptedOn).judge('arrived', completedOn !== null);
    }
    return tally;
  },
  summarise: (tally) => shareOf(tally, 'arrived'),
};

/** C6: how many of the handovers were warm. */
export const WARM_SHARE: Metric = {
  id: 'C6',
  label: 'Warme overdracht',
  definition: 'Welk deel van de overdrachten die in de periode zijn aangeboden, is warm: in een gesprek, niet alleen op papier?',
  unit: 'aandeel',
  worklist: 'open-handovers',
  keys: SHARE_KEYS,
  itemsOf(youth, { window }) {
    const tally = new Tally();
    for (const { offeredOn, warm } of handoversOf(youth)) {
      if (counts(window, offeredOn)) tally.on(offeredOn).judge('warm', warm);
    }
    return tally;
  },
  summarise: (tally) => shareOf(tally, 'warm'),
};
