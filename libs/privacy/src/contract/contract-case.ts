/** One promise of a port, as a sentence and a run that throws when it is broken. Knows no test framework. */
export interface ContractCase {
  readonly title: string;
  readonly run: () => Promise<void>;
}

/** A port under test: what `open` gives starts empty, what `reopen` gives has only what was made durable. */
export interface UnderTest<Port> {
  readonly port: Port;
  reopen(): Promise<Port>;
  dispose(): Promise<void>;
}

export type Opener<Port> = () => Promise<UnderTest<Port>>;

/** Gives each case a fresh port and clears it away. */
export function casesOf<Port>(open: Opener<Port>, promises: Readonly<Record<string, (port: Port, underTest: UnderTest<Port>) => Promise<void>>>): readonly ContractCase[] {
  return Object.entries(promises).map(([title, check]) => ({
    title,
    run: async () => {
      const underTest = await open();
      try {
        await check(underTest.port, underTest);
      } finally {
        await underTest.dispose();
      }
    },
  }));
}
