import type { Metric } from '../metric.js';
import { Tally } from '../tally.js';
import { startingIn } from '../window.js';

const DEFINITIONS = ['vsv-national', 'vsv-local-work-ready', 'entree-without-work'] as const;

/** C24: the same leavers, counted by definitions that contradict each other. */
export const EARLY_LEAVING: Metric = {
  id: 'C24',
  label: 'Nieuwe voortijdig schoolverlaters',
  definition: 'Hoeveel jongeren gingen in de periode van school en zijn op de peildatum voortijdig schoolverlater, naast elkaar volgens de '
    + 'landelijke definitie, de lokale monitor (zonder houders van een startklaar-diploma) en de definitie ‘entreediploma zonder werk’? '
    + 'Elke jongere telt per definitie één keer.',
  unit: 'aantal',
  worklist: 'out-of-view',
  keys: [...DEFINITIONS, 'leavers'],
  itemsOf(youth, { window, rules }) {
    const { history } = youth;
    const tally = new Tally();
    const left = startingIn(window, [...history.all('DroppedOut'), ...history.all('EnrolmentEnded').filter(({ data }) => data.reason !== 'switched')]);
    const leftOn = left.map(({ occurredOn }) => occurredOn).sort()[0];
    if (leftOn === undefined) return tally;
    tally.on(leftOn);
    DEFINITIONS.filter((definition) => rules.meets(definition, youth)).forEach((definition) => tally.count(definition));
    return tally.count('leavers');
  },
  summarise: (tally) => Object.fromEntries([...DEFINITIONS, 'leavers'].map((name) => [name, tally.countOf(name)])),
};
