#!/usr/bin/env node
// Compiles src/**/*.ts of every workspace project to its dist/. Only what changed since the last time; types are checked by `npm run typecheck`.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { filesUnder, isProductSource, versionOf } from './lib/sources.mjs';
import { projectFolders, ROOT } from './lib/workspace.mjs';

const STAMP = path.join(ROOT, '.cache', 'build.json');
const SETTINGS = path.join(ROOT, '.swcrc');
/** What makes all outputs old when it changes. */
const RECIPE = [SETTINGS, fileURLToPath(import.meta.url), path.join(ROOT, 'node_modules', '@swc', 'core', 'package.json')];
const AT_ONCE = 32;

/** Brings all dist folders up to date; gives how many files were compiled and removed. Throws an error that names every file that does not compile. */
export async function build() {
  const tasks = projectFolders().flatMap(tasksOf);
  const known = readStamp();
  const stale = tasks.filter((task) => known[task.source] !== task.version || !existsSync(task.output));
  const faults = stale.length === 0 ? [] : await compileAll(stale);
  const removed = removeOrphans(tasks);
  const failed = new Set(faults.map(({ source }) => source));
  if (stale.length > 0 || removed > 0) writeStamp(tasks.filter(({ source }) => !failed.has(source)));
  if (faults.length > 0) throw new Error(faults.map(({ source, message }) => `${source}: ${message}`).join('\n'));
  return { compiled: stale.length, removed, total: tasks.length };
}

function tasksOf(project) {
  const from = path.join(ROOT, project, 'src');
  const to = path.join(ROOT, project, 'dist');
  return filesUnder(from).filter(isProductSource).map((file) => ({
    file, project,
    source: path.relative(ROOT, file),
    version: versionOf(file),
    output: path.join(to, path.relative(from, file)).replace(/\.ts$/, '.js'),
  }));
}

/** A stamp of another recipe counts as none. */
function readStamp() {
  if (!existsSync(STAMP)) return {};
  const { recipe, sources } = JSON.parse(readFileSync(STAMP, 'utf8'));
  return recipe === recipeVersion() ? sources : {};
}

function writeStamp(tasks) {
  const sources = Object.fromEntries(tasks.map(({ source, version }) => [source, version]));
  writeWhole(STAMP, JSON.stringify({ recipe: recipeVersion(), sources }));
}

function recipeVersion() {
  return RECIPE.map((file) => (existsSync(file) ? versionOf(file) : '')).join(' ');
}

async function compileAll(tasks) {
  const { transform } = await import('@swc/core');
  const { $schema, ...settings } = JSON.parse(readFileSync(SETTINGS, 'utf8'));
  const faults = [];
  let next = 0;
  const worker = async () => {
    for (let task = tasks[next++]; task; task = tasks[next++]) {
      await compile(task, transform, settings).catch(({ message }) => faults.push({ source: task.source, message }));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return faults;
}

async function compile({ file, output }, transform, settings) {
  const sourceFileName = path.relative(path.dirname(output), file);
  const { code, map } = await transform(readFileSync(file, 'utf8'), { ...settings, swcrc: false, configFile: false, filename: file, sourceFileName });
  writeWhole(`${output}.map`, map);
  writeWhole(output, `${code}//# sourceMappingURL=${path.basename(output)}.map\n`);
}

/** Two builds may run at once: each file appears whole or not at all. */
function writeWhole(file, text) {
  mkdirSync(path.dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}.draft`;
  writeFileSync(draft, text);
  renameSync(draft, file);
}

/** Removes outputs whose source is gone. */
function removeOrphans(tasks) {
  const wanted = new Set(tasks.flatMap(({ output }) => [output, `${output}.map`]));
  const outputs = projectFolders().flatMap((project) => filesUnder(path.join(ROOT, project, 'dist')));
  const orphans = outputs.filter((file) => /\.js(\.map)?$/.test(file) && !wanted.has(file));
  orphans.forEach((file) => rmSync(file, { force: true }));
  return orphans.length;
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const started = performance.now();
  try {
    const { compiled, removed, total } = await build();
    console.log(`${compiled} van ${total} bestanden gecompileerd, ${removed} verwijderd, ${Math.round(performance.now() - started)} ms`);
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
