/** What a generator needs of Nx's tree of files; paths are relative to the root. */
export interface Files {
  exists(path: string): boolean;
  read(path: string, encoding: 'utf-8'): string | null;
  write(path: string, content: string): void;
}

/** What is left to do by hand; Nx calls it after the files were written. */
export type Epilogue = () => void;

/** @throws Error when the file is not there */
export function textOf(files: Files, path: string): string {
  const text = files.read(path, 'utf-8');
  if (text === null) throw new Error(`${path} is not there`);
  return text;
}

/** @throws Error when there is a file already: a generator never overwrites */
export function create(files: Files, path: string, content: string): void {
  if (files.exists(path)) throw new Error(`${path} is there already`);
  files.write(path, content);
}

/** Changes one place of a file. @throws Error when the place is not found exactly once */
export function insert(files: Files, path: string, { before, text }: { readonly before: string; readonly text: string }): void {
  const parts = textOf(files, path).split(before);
  if (parts.length !== 2) throw new Error(`${path} does not have exactly one place "${before.trim()}"`);
  files.write(path, parts.join(`${text}${before}`));
}

export function epilogue(...steps: readonly string[]): Epilogue {
  return () => console.log(['', 'Nog te doen (still to do):', ...steps.map((step) => `  - ${step}`)].join('\n'));
}
