/* One builder per type of fact: a spec names only what matters to it (`@trajectboek/testing/facts`). */
export * from './builders/facts.js';
