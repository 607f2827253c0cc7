import type { Metric } from '../metric.js';
import { Tally } from '../tally.js';
import { counts } from '../window.js';

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
    const left = history.all('DroppedOut').some(({ occurredOn }) => counts(window, occurredOn))
      || history.all('EnrolmentEnded').some(({ occurredOn, data }) => data.reason !== 'switched' && counts(window, occurredOn));
    if (!left) return tally;
    DEFINITIONS.filter((definition) => rules.meets(definition, youth)).forEach((definition) => tally.count(definition));
    return tally.count('leavers');
  },
  summarise: (tally) => Object.fromEntries([...DEFINITIONS, 'leavers'].map((name) => [name, tally.countOf(name)])),
};
