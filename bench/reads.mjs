// Reads of lists and of one youth, with an audit line before each answer.
import autocannon from 'autocannon';
import { report } from './lib.mjs';

const SECONDS = Number(process.env.BENCH_SECONDS ?? 10);

export async function benchReads(product, subjects) {
  const paths = [
    ['situation of one youth', (n) => `/v1/trajectories/${subjects[n % subjects.length]}?asOf=2022-03-15`],
    ['timeline of one youth', (n) => `/v1/trajectories/${subjects[n % subjects.length]}/events`],
    ['list out of view, page of 100', () => '/v1/in-beeld?status=out-of-view&limit=100'],
    ['counts by status', () => '/v1/in-beeld/counts?by=status'],
  ];
  for (const [what, pathOf] of paths) {
    let n = 0;
    const outcome = await autocannon({
      url: product.url, connections: 8, duration: SECONDS,
      requests: [{ headers: { authorization: `Bearer ${product.read}` }, setupRequest: (request) => ({ ...request, path: pathOf(n++) }) }],
    });
    report({ what: `${what}, 8 clients, ${subjects.length} youths`, rate: `${Math.round(outcome['2xx'] / outcome.duration)}/s`, 'p50 ms': outcome.latency.p50, 'p99 ms': outcome.latency.p99, 'rows checked': outcome['2xx'], errors: outcome.non2xx + outcome.errors });
  }
}
