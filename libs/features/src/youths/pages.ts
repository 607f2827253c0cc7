import { Injectable } from '@nestjs/common';
import { KeyedHashPort } from '@trajectboek/api';
import type { CivilDate, TrajectoryId } from '@trajectboek/events';
import { cursorAfter, inListOrder, placeOf, type Place } from '@trajectboek/view-store';

interface Listed {
  readonly since: string | null;
  readonly trajectoryId: string;
  /** Unique within the youth; left out where a youth is on the list once. */
  readonly key?: string;
}

export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

const MOST_UNLESS_ASKED = 100;

/** Pages of lists that are made while the reader waits. */
@Injectable()
export class Pages {
  constructor(private readonly hash: KeyedHashPort) {}

  /**
   * Orders a list as stored lists are ordered and cuts the page after a cursor; the cursor names the last item, so that a page
   * stays right when items come in before it, and when that item is gone.
   * @throws InvalidCursorError
   */
  of<Item extends Listed>(items: readonly Item[], { limit = MOST_UNLESS_ASKED, cursor }: { readonly limit?: number | undefined; readonly cursor?: string | undefined }): Page<Item> {
    const after = cursor === undefined ? undefined : placeOf(cursor);
    const standing = items.map((item) => ({ item, place: new HashedPlace(item, this.hash) })).sort((a, b) => inListOrder(a.place, b.place));
    const rest = after === undefined ? standing : standing.filter(({ place }) => inListOrder(place, after) > 0);
    const page = rest.slice(0, limit);
    const last = page.at(-1);
    return { items: page.map(({ item }) => item), next: last && rest.length > page.length ? cursorAfter(last.place) : null };
  }
}

/** A cursor stands in addresses, and a key can be what a sender wrote: items of one youth and day are in the order of their hashes. */
class HashedPlace implements Place {
  readonly since: CivilDate;
  readonly trajectoryId: TrajectoryId;
  #key: string | undefined;

  constructor(private readonly item: Listed, private readonly hash: KeyedHashPort) {
    this.since = item.since ?? '';
    this.trajectoryId = item.trajectoryId as TrajectoryId;
  }

  /** Worked out for who needs it to know the order: few. */
  get key(): string {
    const { key } = this.item;
    return this.#key ??= key === undefined ? '' : this.hash.of(key);
  }
}
