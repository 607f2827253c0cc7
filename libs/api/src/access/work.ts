/** A long answer in the making: it is told how much there is to do, and of each youth that is done. */
export interface Work {
  /** Youths that will be looked at from here on. Waits until there is a place to begin. @throws ProblemError when it is more than may be asked at once */
  expect(youths: number): Promise<void>;
  /** One more youth is done. Waits when others must have a turn first. @throws when nobody wants the answer any more */
  step(): Promise<void> | undefined;
}
