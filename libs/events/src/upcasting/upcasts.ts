import { UpcastingChain, type Upcast } from './upcaster.js';

/** Every upcast of the shipped language, oldest first. All types are still at version 1. */
const UPCASTS: readonly Upcast[] = [];

export const LANGUAGE_UPCASTS = new UpcastingChain(UPCASTS);
