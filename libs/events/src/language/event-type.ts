import 'reflect-metadata';

/** How far the knowledge of an event reaches: DAT (`that`) it happened, WAT (`what`) it says. Source: events.yaml, head. */
export type Circle = 'involved' | 'care' | 'none';

/** Who guards the step: an observation is accepted as the world states it, a process step only when it is possible. */
export type EventKind = 'observation' | 'process';

/** The class of personal data an event or field holds; each class has its own key (privacy-and-proof.md). */
export type DataClass = 'identity' | 'path' | 'care' | 'health' | 'criminal';

export type EventFamily = 'trajectory' | 'school' | 'internship' | 'sight' | 'responsibility' | 'support' | 'income' | 'work' | 'rights';

export interface EventTypeOptions {
  /** Dutch label, as people read it on screen. */
  readonly label: string;
  readonly kind: EventKind;
  readonly that: Circle;
  readonly what: Circle;
  readonly dataClass: DataClass;
  readonly version?: number;
}

export type EventClass = new () => object;

const OPTIONS = new WeakMap<EventClass, EventTypeOptions>();

/** Marks a class as an event type of the language. */
export function EventType(options: EventTypeOptions): ClassDecorator {
  return (target) => {
    OPTIONS.set(target as unknown as EventClass, options);
  };
}

/** Gives the options of an event class; throws for a class that is not an event type. */
export function getEventTypeOptions(eventClass: EventClass): EventTypeOptions {
  const options = OPTIONS.get(eventClass);
  if (!options) throw new Error(`${eventClass.name} is not an event type`);
  return options;
}
