import { describe, expect, it } from '@jest/globals';
import { CONFIDENCES } from '../definitions/definition.js';
import { DUTIES } from '../responsibility/rule-set.js';
import { CLOCK_KINDS, CLOCK_TYPES } from './clock.js';
import { DEADLINE_STATES } from './deadline.js';
import { CONFIDENCE_LABELS, DUTY_LABELS, KIND_LABELS, STATE_LABELS, TYPE_LABELS } from './labels.js';

describe('what people read of a clock', () => {
  it.each<[string, readonly string[], Readonly<Record<string, string>>]>([
    ['state', DEADLINE_STATES, STATE_LABELS], ['kind', CLOCK_KINDS, KIND_LABELS], ['type', CLOCK_TYPES, TYPE_LABELS], ['duty', DUTIES, DUTY_LABELS], ['confidence', CONFIDENCES, CONFIDENCE_LABELS],
  ])('has words of its own for every %s', (_, codes, labels) => {
    const words = codes.map((code) => labels[code]).filter((word) => word !== undefined && word.length > 0);
    expect(new Set(words).size).toBe(codes.length);
    expect(Object.keys(labels).sort()).toEqual([...codes].sort());
  });
});
