import { ListQuery } from '@trajectboek/api';

/** Query of the timeline: pages of events in the order of the world. */
export class TimelineQuery extends ListQuery {}
