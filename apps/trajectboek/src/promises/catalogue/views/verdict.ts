import { BETWEEN, type Showing } from '../history.js';

/**
 * `shown`: the view answers otherwise because of the facts of the row. `counted`: the youth is in the view by the path that
 * the view needs, and the facts of the row leave its answer as it is. `missing`: the youth is not in the view.
 */
export type Verdict = 'shown' | 'counted' | 'missing';

export interface Asked {
  readonly showings: readonly Showing[];
  readonly date: string;
  /** What the ledger knew by then; without it all it knows. */
  readonly knownAt: string | undefined;
}

/** What a view says of each youth by trajectory id; nothing of who is not in it. */
export type Answers = ReadonlyMap<string, unknown>;

/** Asks a view on each of its days, before and after the facts of the rows were known. */
export async function judge(showings: readonly Showing[], ask: (asked: Asked) => Promise<Answers>): Promise<ReadonlyMap<Showing, Verdict>> {
  const verdicts = new Map<Showing, Verdict>(showings.map((showing) => [showing, 'missing']));
  for (const date of new Set(showings.flatMap(({ path }) => path.on))) {
    const about = showings.filter(({ path }) => path.on.includes(date));
    const before = await ask({ showings: about, date, knownAt: BETWEEN });
    const after = await ask({ showings: about, date, knownAt: undefined });
    for (const showing of about) {
      const [one, other] = [before, after].map((answers) => JSON.stringify(answers.get(showing.trajectoryId)));
      if (one !== other) verdicts.set(showing, 'shown');
      else if (other !== undefined && verdicts.get(showing) === 'missing') verdicts.set(showing, 'counted');
    }
  }
  return verdicts;
}

export function momentOf({ date, knownAt }: Pick<Asked, 'date' | 'knownAt'>): string {
  return `asOf=${date}${knownAt === undefined ? '' : `&knownAt=${knownAt}`}`;
}
