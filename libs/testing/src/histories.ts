/* Random histories of one youth, for properties that must hold of any (`@trajectboek/testing/histories`). */
export * from './builders/random-histories.js';
