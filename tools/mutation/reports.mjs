// From the report of a run to its table in docs/mutation.md.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/** Where a run leaves what it finds; not kept in git. */
export const OUT = '.cache/mutation';
const PAGE = 'docs/mutation.md';
const FOUND = ['Killed', 'Timeout'];
const MISSED = ['Survived', 'NoCoverage'];

/** The counts of one file or of all: found by a spec, missed, and not judged. */
export function countsOf(mutants) {
  const count = (statuses) => mutants.filter(({ status }) => statuses.includes(status)).length;
  const [found, missed] = [count(FOUND), count(MISSED)];
  return { found, missed, other: mutants.length - found - missed, score: found + missed === 0 ? 100 : (100 * found) / (found + missed) };
}

/** Replaces the part of a project in the page by what its newest report says. Gives the mutants that no spec finds. */
export function writeTable({ name, folder }, today) {
  const file = `${OUT}/${name}.json`;
  if (!existsSync(file)) throw new Error(`${file} is missing: the run did not come to its end`);
  const { files } = JSON.parse(readFileSync(file, 'utf8'));
  const rows = Object.entries(files).filter(([path]) => path.startsWith(folder)).sort(([a], [b]) => (a < b ? -1 : 1));
  const all = countsOf(rows.flatMap(([, { mutants }]) => mutants));
  const lines = [
    `Measured on ${today} with \`node tools/mutation/run.mjs ${name}\`.`, '',
    '| File | Found | Missed | Score |', '| --- | ---: | ---: | ---: |',
    ...rows.map(([path, { mutants }]) => rowOf(`\`${path.slice(folder.length + 5)}\``, countsOf(mutants))).filter((row) => row !== undefined),
    rowOf('**all**', all),
  ];
  replacePart(name, lines.join('\n'));
  return rows.flatMap(([path, { mutants }]) => mutants.filter(({ status }) => MISSED.includes(status)).map((mutant) => toLine(path, mutant)));
}

function rowOf(title, { found, missed, score }) {
  return found + missed === 0 ? undefined : `| ${title} | ${found} | ${missed} | ${score.toFixed(1)}% |`;
}

function replacePart(name, text) {
  const page = readFileSync(PAGE, 'utf8');
  const [begin, end] = [`<!-- begin ${name} -->`, `<!-- end ${name} -->`];
  const [from, until] = [page.indexOf(begin), page.indexOf(end)];
  if (from < 0 || until < 0) throw new Error(`${PAGE} has no part for ${name}`);
  writeFileSync(PAGE, `${page.slice(0, from + begin.length)}\n${text}\n${page.slice(until)}`);
}

function toLine(path, { location: { start }, mutatorName, replacement, status }) {
  return `${path}:${start.line}:${start.column} ${status} ${mutatorName} → ${(replacement ?? '').replace(/\s+/g, ' ').slice(0, 120)}`;
}
