import type { Life } from '../life.js';

/** A part of a life: tells what happened in it, moves the life on, and says which part comes next. */
export type Part = (life: Life) => Stage;

export type Stage =
  | 'vo' | 'pro' | 'vso' | 'entree' | 'mbo' | 'mbo-2' | 'mbo-3' | 'mbo-4' | 'further' | 'education'
  | 'left' | 'unseen' | 'work' | 'benefit' | 'track' | 'day-activity' | 'settled' | 'told';
