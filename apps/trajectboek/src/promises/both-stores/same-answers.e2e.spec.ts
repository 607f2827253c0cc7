import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { freePorts, ifInstalled, LocalRedis, onRedis } from '@trajectboek/view-store-redis/testing';
import { WORK_LISTS } from '@trajectboek/worklists';
import { loadDemo } from '../../demo/demo.js';
import type { Caller } from '../../server/testing/caller.js';
import { Product } from './testing/product.js';

/** Before, in and after the stories, at the turn of a month and of a school year. */
const DATES = ['2018-09-30', '2021-08-01', '2024-10-01', '2025-07-31', '2026-11-25'];
const AXES = ['status', 'facet', 'cause', 'municipality', 'rmc-region', 'labour-market-region', 'school', 'age-band', 'target-group'];
const LONG = 600_000;

let redis: LocalRedis;
let port = 0;
let product: Product;
beforeAll(ifInstalled(async () => {
  [port = 0] = await freePorts(1);
  redis = await LocalRedis.start('--port', `${port}`, '--bind', '127.0.0.1');
}));
afterAll(ifInstalled(async () => {
  await product[Symbol.asyncDispose]();
  await redis.stop();
}));

/** Every question about the population, as an address. */
function questionsAbout(date: string, places: readonly string[]): readonly string[] {
  const counts = AXES.flatMap((axis, nth) => [axis, ...AXES.slice(nth + 1).map((other) => `${axis},${other}`)]);
  return [
    ...WORK_LISTS.flatMap(({ id }) => ['', ...places].map((filter) => `/v1/worklists/${id}?asOf=${date}&limit=40${filter}`)),
    ...['', '&status=education', '&status=out-of-view', '&ageFrom=18&ageTo=22', ...places].map((filter) => `/v1/in-beeld?asOf=${date}&limit=70${filter}`),
    ...counts.map((by) => `/v1/in-beeld/counts?asOf=${date}&by=${by}`),
    ...places.map((filter) => `/v1/in-beeld/counts?asOf=${date}&by=status,cause${filter}`),
    `/v1/in-beeld/counts?asOf=${date}&published=true`,
  ];
}

/** All pages of an answer as text. The moment of asking is in it, and nothing follows from that. */
async function answerTo(reader: Caller, question: string): Promise<string> {
  const pages: unknown[] = [];
  for (let cursor = ''; ;) {
    const { status, body } = await reader.get(`${question}${cursor}`);
    pages.push([status, { ...body, knownAt: undefined }]);
    if (typeof body['next'] !== 'string' || pages.length > 500) return JSON.stringify(pages);
    cursor = `&cursor=${body['next']}`;
  }
}

async function answersOf(of: Product, questions: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const reader = await of.as('auditor');
  const answers = new Map<string, string>();
  for (const question of questions) answers.set(question, await answerTo(reader, question));
  return answers;
}

describe('a product on Redis and one on SQLite', () => {
  onRedis('answer every question about all stories together with the same words, on every date', async () => {
    product = await Product.start({ TRAJECTBOEK_REDIS: `redis://127.0.0.1:${port}` });
    const { unexpected } = await loadDemo({ url: product.url, data: product.folder, onProgress: () => undefined });
    expect(unexpected).toEqual([]);
    const auditor = await product.as('auditor');
    await product.untilViewsCaughtUp();
    const places = await placesIn(auditor);
    const questions = DATES.flatMap((date) => questionsAbout(date, places));
    const onRedisStore = await answersOf(product, questions);
    await product.moveTo({});
    await product.untilViewsCaughtUp();
    const onSqlite = await answersOf(product, questions);
    expect([...onSqlite.values()].filter((text) => !text.startsWith('[[200'))).toEqual([]);
    const differing = questions.filter((question) => onRedisStore.get(question) !== onSqlite.get(question));
    expect(differing.slice(0, 2).map((question) => [question, onRedisStore.get(question)])).toEqual(differing.slice(0, 2).map((question) => [question, onSqlite.get(question)]));
    expect(differing).toEqual([]);
    expect(new Set(onSqlite.values()).size).toBeGreaterThan(questions.length / 4);
  }, LONG);
});

/** A municipality and a school that many youths have, as filters. */
async function placesIn(auditor: Caller): Promise<readonly string[]> {
  const largest = async (axis: string): Promise<string> => {
    const { body } = await auditor.get(`/v1/in-beeld/counts?asOf=2025-07-31&by=${axis}`);
    const cells = body['cells'] as readonly Readonly<Record<string, unknown>>[];
    return `&${axis}=${cells.map((cell) => cell[axis]).find((value) => typeof value === 'string') ?? ''}`;
  };
  return [await largest('municipality'), await largest('school')];
}
