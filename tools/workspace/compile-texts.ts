import path from 'node:path';
import ts from 'typescript';
import { ROOT } from './projects.js';

/** A text and where it stands or would stand, relative to the root. */
export interface SourceText {
  readonly file: string;
  readonly text: string;
}

/** What the compiler says of texts that lie over the files of the workspace: `file:line message` for each fault. */
export function compileTexts(texts: readonly SourceText[]): readonly string[] {
  const over = new Map(texts.map(({ file, text }) => [path.join(ROOT, file), text]));
  const options = compilerOptions();
  const program = ts.createProgram([...over.keys()], options, hostOver(over, options));
  const sources = [...over.keys()].flatMap((file) => program.getSourceFile(file) ?? []);
  return sources.flatMap((source) => [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)]).map(describe);
}

function compilerOptions(): ts.CompilerOptions {
  const { config } = ts.readConfigFile(path.join(ROOT, 'tsconfig.base.json'), (file) => ts.sys.readFile(file)) as { readonly config: unknown };
  return ts.parseJsonConfigFileContent(config, { ...ts.sys, readDirectory: () => [] }, ROOT).options;
}

function hostOver(over: ReadonlyMap<string, string>, options: ts.CompilerOptions): ts.CompilerHost {
  const host = ts.createCompilerHost(options);
  const [readFile, fileExists, directoryExists] = [host.readFile.bind(host), host.fileExists.bind(host), host.directoryExists?.bind(host)];
  const folders = new Set([...over.keys()].map((file) => path.dirname(file)));
  return Object.assign(host, {
    readFile: (file: string) => over.get(file) ?? readFile(file),
    fileExists: (file: string) => over.has(file) || fileExists(file),
    directoryExists: (folder: string) => folders.has(folder) || (directoryExists?.(folder) ?? true),
    getSourceFile: (file: string, version: ts.ScriptTarget | ts.CreateSourceFileOptions) => {
      const text = over.get(file) ?? readFile(file);
      return text === undefined ? undefined : ts.createSourceFile(file, text, version);
    },
  });
}

function describe({ file, start = 0, messageText }: ts.Diagnostic): string {
  const message = ts.flattenDiagnosticMessageText(messageText, ' ');
  if (!file) return message;
  return `${path.relative(ROOT, file.fileName)}:${file.getLineAndCharacterOfPosition(start).line + 1} ${message}`;
}
