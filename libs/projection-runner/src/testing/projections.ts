import { plus, type Chronicle } from '@trajectboek/events';
import type { ViewRow } from '@trajectboek/view-store';
import type { YouthProjection } from '../youth-projection.js';

/** A fault of a projection that quotes what it stumbled over, as real ones do. */
class CareError extends Error {}

/** One row per contact, which holds until the next one but at most 90 days. */
export const CONTACTS: YouthProjection = {
  declaration: { name: 'contacts', version: 1, tags: ['situation'] },
  rowsOf: (chronicle) => contactsOf(chronicle).map(({ id, occurredOn, data }): ViewRow => {
    const next = contactsOf(chronicle).find((other) => other.occurredOn > occurredOn)?.occurredOn;
    const ends = plus(occurredOn, 'P90D');
    return { key: id, from: occurredOn, until: next !== undefined && next < ends ? next : ends, tags: { situation: data.situation }, doc: { known: chronicle.facts.length } };
  }),
};

/** One row per youth; it cannot cope with somebody in care. */
export const LAST_CONTACT: YouthProjection = {
  declaration: { name: 'last-contact', version: 1, tags: [] },
  rowsOf: (chronicle) => {
    const contacts = contactsOf(chronicle);
    if (contacts.some(({ data }) => data.situation === 'care')) throw new CareError(`care of ${contacts[0]?.id}`);
    const last = contacts.at(-1)?.occurredOn;
    return last === undefined ? [] : [{ key: 'last', from: last, until: null, tags: {}, doc: { contacts: contacts.length } }];
  },
};

function contactsOf(chronicle: Chronicle) {
  return chronicle.facts.filter((event) => event.type === 'ContactMade');
}
