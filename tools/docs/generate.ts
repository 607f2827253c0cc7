import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DOCS, GENERATED_FOLDERS, pages } from './pages.js';

/** Writes every generated page; a page that nothing generates any more goes. */
const written = pages();
for (const folder of GENERATED_FOLDERS) {
  mkdirSync(path.join(DOCS, folder), { recursive: true });
  const present = readdirSync(path.join(DOCS, folder)).map((name) => `${folder}/${name}`);
  present.filter((name) => !written.has(name)).forEach((name) => rmSync(path.join(DOCS, name)));
}
for (const [name, text] of written) writeFileSync(path.join(DOCS, name), text);
console.log(`${written.size} bladzijden geschreven in docs/ (pages written)`);
