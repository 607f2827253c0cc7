import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ROOT } from './projects.js';

export interface LintMessage {
  readonly line: number;
  readonly ruleId: string | null;
  readonly message: string;
}

/** A text in the place of an existing file, whose path is relative to the root. */
export interface TextInFile {
  readonly file: string;
  readonly text: string;
}

const SCRIPT = fileURLToPath(new URL('./linter-process.mjs', import.meta.url));
const PRINT_LAYERS = "import('./eslint.config.mjs').then(({ LAYERS }) => process.stdout.write(JSON.stringify(LAYERS)))";
const MOST_OUTPUT = 64 * 1024 * 1024;

/**
 * What the linter of this workspace says of each text, in order; some rules need types, which takes seconds.
 * @throws Error when the linter itself fails
 */
export function lintTexts(texts: readonly TextInFile[], { withTypes = false } = {}): readonly (readonly LintMessage[])[] {
  return JSON.parse(run([SCRIPT], JSON.stringify({ texts, withTypes }))) as LintMessage[][];
}

/** Layers and what each may import, as eslint.config.mjs has them. */
export function layers(): Readonly<Record<string, readonly string[]>> {
  return JSON.parse(run(['-e', PRINT_LAYERS])) as Record<string, string[]>;
}

function run(words: readonly string[], input = ''): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { cwd: ROOT, input, encoding: 'utf8', maxBuffer: MOST_OUTPUT });
  if (status !== 0) throw new Error(`the linter ended with ${String(status)}: ${stderr}`);
  return stdout;
}
