import { GenerationGoneError } from '@trajectboek/view-store';

/** A build that was asked for and did not come about: another one took over, or the runner stops. */
export class BuildAbandonedError extends Error {
  override readonly name = 'BuildAbandonedError';
}

export function asAbandoned(error: unknown): never {
  if (error instanceof GenerationGoneError) throw new BuildAbandonedError('another build of the same view began');
  throw error;
}

/** There is no former generation that can be put back: none is kept, or it has rows of another meaning. */
export class NoFormerGenerationError extends Error {
  override readonly name = 'NoFormerGenerationError';

  constructor(readonly view: string, readonly reason: 'none' | 'other-version') {
    super(`view ${view} has no former generation to put back: ${reason}`);
  }
}
