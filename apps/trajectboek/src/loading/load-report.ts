import type { EventEntry, StoryPlace, UnreadableEntry } from './entry.js';
import { codeOf, describeProblem, type Problem } from '../client/http-problem.js';

/** What the ledger answered to one event. */
export interface EventResult {
  readonly result: 'recorded' | 'duplicate' | 'refused';
  readonly position?: number;
  readonly problem?: Problem;
}

export interface Refusal {
  /** Id of the event in its file. */
  readonly event: string;
  readonly youths: readonly string[];
  readonly why: string;
}

/** What became of one story (answers.md, "Loading stories"). */
export interface ScenarioReport {
  readonly subjects: Readonly<Record<string, string>>;
  readonly recorded: number;
  readonly duplicates: number;
  /** Position of the last one recorded; null when none is. */
  readonly position: number | null;
  readonly refused: readonly Refusal[];
}

export interface LineRefusal {
  readonly line: string;
  readonly why: string;
  readonly detail: string;
}

export interface LoadReport {
  readonly scenarios: Readonly<Record<string, ScenarioReport>>;
  /** Events of files that are no stories. */
  readonly lines: { readonly recorded: number; readonly duplicates: number; readonly position: number | null; readonly refused: readonly LineRefusal[] };
  /** Refusals that no story announces, and reasons other than announced, in Dutch. */
  readonly unexpected: readonly string[];
  /** Announced refusals that did not come, or came with another reason. */
  readonly warnings: readonly string[];
}

class Counts {
  recorded = 0;
  duplicates = 0;
  position: number | null = null;

  add({ result, position }: EventResult): void {
    if (result === 'recorded') this.recorded += 1;
    if (result === 'duplicate') this.duplicates += 1;
    if (position !== undefined) this.position = Math.max(this.position ?? position, position);
  }
}

interface StoryTally {
  readonly counts: Counts;
  readonly subjects: Record<string, string>;
  readonly refused: Map<string, { readonly place: StoryPlace; readonly why: string; readonly problem: Problem; readonly youths: string[] }>;
}

/** Collects the answers of the ledger while files are loaded. */
export class LoadTally {
  readonly #stories = new Map<string, StoryTally>();
  readonly #lines = new Counts();
  readonly #lineRefusals: LineRefusal[] = [];
  readonly #warnings = new Map<string, number>();

  addSubject(scenario: string, youth: string, trajectoryId: string): void {
    this.#story(scenario).subjects[youth] = trajectoryId;
  }

  addUnreadable({ line, detail }: UnreadableEntry): void {
    this.#lineRefusals.push({ line, why: 'schema', detail });
  }

  add({ story, line }: EventEntry, result: EventResult): void {
    const problem = result.problem ?? {};
    if (!story) {
      this.#lines.add(result);
      if (result.result === 'refused') this.#lineRefusals.push({ line, why: codeOf(problem), detail: describeProblem(problem) });
      return;
    }
    this.#story(story.scenario).counts.add(result);
    if (result.result === 'refused') this.#refuse(story, problem);
    else if (story.announced !== null) this.#warn(`${story.scenario} ${story.event}: aangekondigd als geweigerd (${story.announced}), maar het boek nam het aan`);
  }

  report(): LoadReport {
    const refusals = [...this.#stories.values()].flatMap(({ refused }) => [...refused.values()]);
    const unexpected = refusals.filter(({ place }) => place.announced === null).map(({ place, why, problem, youths }) =>
      `${place.scenario} ${place.event} geweigerd (${why}, ${count(youths.length)}): ${describeProblem(problem)}`);
    return {
      scenarios: Object.fromEntries([...this.#stories].map(([id, story]) => [id, reportOf(story)])),
      lines: { ...countsOf(this.#lines), refused: this.#lineRefusals },
      unexpected: [...unexpected, ...this.#lineRefusals.map(({ line, why, detail }) => `${line} geweigerd (${why}): ${detail}`)],
      warnings: [...this.#warnings].map(([text, times]) => `${text} (${count(times)})`),
    };
  }

  #refuse(place: StoryPlace, problem: Problem): void {
    const why = codeOf(problem);
    if (place.announced !== null && place.announced !== why) {
      this.#warn(`${place.scenario} ${place.event}: geweigerd met ${why}, aangekondigd was ${place.announced}`);
    }
    const { refused } = this.#story(place.scenario);
    const key = `${place.event} ${why}`;
    const known = refused.get(key);
    if (known) known.youths.push(place.youth);
    else refused.set(key, { place, why, problem, youths: [place.youth] });
  }

  #warn(text: string): void {
    this.#warnings.set(text, (this.#warnings.get(text) ?? 0) + 1);
  }

  #story(scenario: string): StoryTally {
    const known = this.#stories.get(scenario);
    if (known) return known;
    const story: StoryTally = { counts: new Counts(), subjects: {}, refused: new Map() };
    this.#stories.set(scenario, story);
    return story;
  }
}

function countsOf({ recorded, duplicates, position }: Counts): Pick<ScenarioReport, 'recorded' | 'duplicates' | 'position'> {
  return { recorded, duplicates, position };
}

function reportOf({ subjects, counts, refused }: StoryTally): ScenarioReport {
  return { subjects, ...countsOf(counts), refused: [...refused.values()].map(({ place, why, youths }) => ({ event: place.event, youths, why })) };
}

function count(youths: number): string {
  return youths === 1 ? '1 jongere' : `${youths} jongeren`;
}
