import { describe, expect, test } from '@jest/globals';
import { METRIC_IDS } from './metric.js';
import { sourcesOf } from './sources.js';

describe('where a metric comes from', () => {
  test.each(METRIC_IDS)('%s names its own row first, and then lines of documents, views or schemes, each once', (id) => {
    const [own, ...beside] = sourcesOf(id);
    expect(own).toBe(`metrics.md ${id}`);
    expect(beside.length).toBeGreaterThan(0);
    expect(new Set(beside).size).toBe(beside.length);
    expect(beside.filter((source) => !/^(?:S00[0-4] L\d+-\d+|views\.md \d|schemes\.yaml \w+)$/.test(source))).toEqual([]);
  });
});
