import type { EventName } from '@trajectboek/events';
import { GUIDANCE_PATH } from '../examples/guidance-path.js';
import { SCHOOL_PATH } from '../examples/school-path.js';
import { WORK_PATH } from '../examples/work-path.js';
import type { Example, Examples, Json } from '../examples/example.js';

/** What a youth goes through so that a view has something to show; the same for every row that names the view. */
export interface Path {
  /** Days on which the view is asked; it shows a row when it does so on one of them. */
  readonly on: readonly string[];
  /** Facts that the view needs; those that the row lists itself come from the row. */
  readonly needs?: readonly EventName[];
  /** What the facts say here that they do not say elsewhere. */
  readonly with?: Readonly<Partial<Record<EventName, Json>>>;
  /** Facts besides, of a type that may be there already. */
  readonly more?: readonly Example[];
  /** Programme clocks that the organisation has switched on. */
  readonly clocks?: readonly string[];
}

const EXAMPLES: Examples = { ...SCHOOL_PATH, ...GUIDANCE_PATH, ...WORK_PATH };

/** The example of a type, as it is on a path. @throws Error for a type that has no example */
export function exampleOf(type: EventName, path: Path): Example {
  const example = EXAMPLES[type];
  if (!example) throw new Error(`give an example of ${type} in examples/`);
  return { type, ...example, data: { ...example.data, ...path.with?.[type] } };
}
