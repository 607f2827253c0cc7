// One file that holds all specs of the project: Jest then loads the code once per mutant and not once per spec file.
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { chosenProject } from './projects.mjs';

const project = chosenProject();
const folder = new URL(`../../${project.folder}/src/`, import.meta.url);

const specs = readdirSync(fileURLToPath(folder), { recursive: true }).filter((file) => file.endsWith('.spec.ts') && !project.skipped.includes(file)).sort();
for (const file of specs) await import(new URL(file, folder).href);
