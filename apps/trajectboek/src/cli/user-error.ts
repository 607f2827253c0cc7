import { isNativeError } from 'node:util/types';
import { systemCodeOf } from './system-error.js';

/** Something that the person at the keyboard can mend: shown as one line, without a stack. */
export class UserError extends Error {
  constructor(readonly userMessage: string, options?: ErrorOptions) {
    super(userMessage, options);
  }
}

const MESSAGES: Readonly<Record<string, (error: NodeJS.ErrnoException) => string>> = {
  EADDRINUSE: (error) => `Poort ${'port' in error ? String(error.port) : ''} is al in gebruik; kies een andere met --port of PORT.`,
  EACCES: (error) => `Geen toegang tot ${error.path ?? 'een bestand of poort'}.`,
  ENOENT: (error) => `${error.path ?? 'Een bestand'} bestaat niet.`,
  EISDIR: (error) => `${error.path ?? 'Een van de paden'} is een map, geen bestand.`,
  ENOSPC: () => 'De schijf is vol.',
};

/** One line for people; errors of our own and of the system have one, of others it is what they say. */
export function messageOf(error: unknown): string {
  if (!isNativeError(error)) return String(error);
  if ('userMessage' in error && typeof error.userMessage === 'string') return error.userMessage;
  return MESSAGES[systemCodeOf(error) ?? '']?.(error) ?? (error.message || error.name);
}
