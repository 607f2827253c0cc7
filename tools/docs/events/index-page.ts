import { EVENT_TYPES, FAMILY_LABELS, type EventFamily } from '@trajectboek/events';
import { GENERATED, page, table } from '../markdown.js';

/** The way in to the pages of the families. */
export function eventsIndexPage(families: readonly EventFamily[]): string {
  const rows = families.map((family) => {
    const types = EVENT_TYPES.filter((type) => type.family === family);
    return [`[${FAMILY_LABELS[family]}](${family}.md)`, String(types.length), types.map(({ name }) => `[${name}](${family}.md#${name.toLowerCase()})`).join(', ')];
  });
  return page(
    '# What can be said: the event types', GENERATED,
    `${EVENT_TYPES.length} types of event in ${families.length} families. A running ledger serves the same catalogue with JSON Schema at \`GET /v1/event-types\`; ` +
      'each field and code has its Dutch label in the [glossary](../glossary.md). Every example on these pages is valid as it stands, but for its `subject`: put a trajectory of your own there.',
    table(['Family', 'Types', ''], rows),
  );
}
