export * from './port.js';
export { MalformedAppendError, SpansStreamsError } from './append-errors.js';
export { assertWellFormed, repeatedEventId } from './well-formed.js';
