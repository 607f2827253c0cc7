import { AsOf, type Chronicle, type CivilDate } from '@trajectboek/events';
import { FIGURE_NAMES } from './figure-names.js';
import type { MetricContext, MetricId } from './metric.js';
import { METRICS } from './registry.js';
import type { Part, TallyItem } from './tally.js';

/** The parts of a figure in Dutch. */
export const PARTS: Readonly<Record<Part, string>> = {
  numerator: 'in de teller',
  denominator: 'alleen in de noemer',
  counted: 'geteld',
  censored: 'loopt nog',
};

/** One thing of a youth that a figure counts. */
export interface Counted {
  /** Where the figure stands in the answer of the metric, with dots: `byChannel.phone.reached`; empty for the figure of the metric itself. */
  readonly figure: string;
  readonly part: Part;
  /** The day by which it counts: on which it began, happened, or was first looked at. */
  readonly date: CivilDate | null;
  /** How long, in the unit of the metric, or how often. */
  readonly value: number;
}

/** All that a youth adds to a metric, item by item; none when the figures do not count it. The same fold as that of the figures. */
export function countedOf(metric: MetricId, chronicle: Chronicle, context: MetricContext): readonly Counted[] {
  const history = chronicle.on(new AsOf(context.window.asOf));
  return METRICS[metric].itemsOf(context.rules.youthOn(history), context).items.map((item) => toCounted(metric, item));
}

/** Counts that are part of a figure: what rates divide, by how many days, and what still runs. */
const PARTS_OF_COUNTS: Readonly<Record<string, Part>> = { guides: 'numerator', openDays: 'denominator', lost: 'numerator', placementDays: 'denominator', censored: 'censored' };

function toCounted(metric: MetricId, { name, part, date, value }: TallyItem): Counted {
  const told = FIGURE_NAMES[metric];
  const figure = name.split(':').map((word) => told[word] ?? word).join('.');
  return { figure, part: PARTS_OF_COUNTS[name] ?? part, date, value };
}
