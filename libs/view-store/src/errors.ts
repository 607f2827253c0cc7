/** Nobody has built this view yet, so that an empty answer would be a wrong one. */
export class ViewNotBuiltError extends Error {
  override readonly name = 'ViewNotBuiltError';

  constructor(readonly view: string) {
    super(`view ${view} was never built`);
  }
}

/** The generation was dropped: a newer build took its place. */
export class GenerationGoneError extends Error {
  override readonly name = 'GenerationGoneError';

  constructor(view: string, generation: number) {
    super(`generation ${generation} of view ${view} is gone`);
  }
}

export class UnknownTagError extends Error {
  override readonly name = 'UnknownTagError';

  constructor(view: string, readonly tag: string) {
    super(`view ${view} does not declare the tag ${tag}`);
  }
}

export class InvalidCursorError extends Error {
  override readonly name = 'InvalidCursorError';

  constructor() {
    super('the cursor is not one that a view gave');
  }
}

export class InvalidRowsError extends Error {
  override readonly name = 'InvalidRowsError';

  constructor(view: string, readonly faults: readonly string[]) {
    super(`rows of view ${view} have faults: ${faults.join('; ')}`);
  }
}

/** The place where views are kept cannot be reached or does not serve now; asking again later may help. Says nothing of a question. */
export class ViewStoreUnavailableError extends Error {
  override readonly name = 'ViewStoreUnavailableError';

  /** @param reason a code, such as ECONNREFUSED */
  constructor(readonly reason: string) {
    super(`views cannot be reached: ${reason}`);
  }
}
