import type { CheckContext } from './context.js';

export interface RefusalVerdict {
  readonly event: string;
  readonly details: readonly string[];
}

/** One verdict per event that must be refused, and one that nothing else is; only the loader of the story can tell. */
export function judgeRefusals({ scenario, own }: CheckContext): readonly RefusalVerdict[] {
  if (own === null) return [];
  const announced = new Map(scenario.youths.flatMap(({ events }) => events).flatMap(({ id, refusedWith }) => (refusedWith === null ? [] : [[id, refusedWith] as const])));
  const others = own.refused.filter(({ event }) => !announced.has(event)).map(({ event, why }) => `${event} geweigerd (${why})`);
  const verdicts = [...announced].map(([event, why]) => ({ event, details: faultsOf(why, own.refused.filter((refusal) => refusal.event === event).map((refusal) => refusal.why)) }));
  return [...verdicts, { event: 'andere', details: others }];
}

function faultsOf(why: string, reasons: readonly string[]): string[] {
  if (reasons.length === 0) return [`verwacht geweigerd (${why}), maar aangenomen`];
  return reasons.filter((reason) => reason !== why).map((reason) => `verwacht ${why}, gevonden ${reason}`);
}
