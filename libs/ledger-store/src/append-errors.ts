/** A request whose envelopes do not fit the stream or each other: a fault of the caller. Nothing was recorded. */
export class MalformedAppendError extends Error {
  override readonly name = 'MalformedAppendError';
}

/** A list over several streams, which this store cannot record together. Nothing was recorded. */
export class SpansStreamsError extends Error {
  override readonly name = 'SpansStreamsError';

  constructor() {
    super('This ledger store records the events of one stream at a time');
  }
}
