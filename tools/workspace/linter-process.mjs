// Lints texts as if they stood in files of the workspace: JSON {texts: [{file, text}], withTypes} on standard input gives the
// messages of each on standard output. A process of its own: ESLint and its plugins do not run inside Jest's modules.
import { createProjectGraphAsync } from '@nx/devkit';
import { ESLint } from 'eslint';
import { text as all } from 'node:stream/consumers';
import { ROOT } from '../lib/workspace.mjs';

/** Reading every type of the workspace takes seconds, and only these rules need them. */
const WITHOUT_TYPES = {
  files: ['**/*.ts'],
  languageOptions: { parserOptions: { projectService: false } },
  rules: { '@typescript-eslint/switch-exhaustiveness-check': 'off', '@typescript-eslint/no-floating-promises': 'off' },
};

process.env.NX_DAEMON = 'false';
process.chdir(ROOT);
const { texts, withTypes } = JSON.parse(await all(process.stdin));
// The rule on boundaries reads the graph that was made last; on a fresh clone nobody has made one.
await createProjectGraphAsync();
const eslint = new ESLint({ cwd: ROOT, overrideConfig: withTypes ? [] : [WITHOUT_TYPES] });
const results = [];
for (const { file, text } of texts) {
  const [result] = await eslint.lintText(text, { filePath: file });
  results.push(result.messages.map(({ line, ruleId, message }) => ({ line, ruleId, message })));
}
process.stdout.write(JSON.stringify(results), () => process.exit(0));
