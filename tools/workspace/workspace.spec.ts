import { describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { projects, ROOT } from './projects.js';

const PROJECTS = projects();
const OWN_FILE = 'tools/workspace/workspace.spec.ts';

/** What is or will be committed; a file that is deleted but not committed yet is no longer there. */
function trackedFiles(): readonly string[] {
  const output = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], { cwd: ROOT, encoding: 'utf8' });
  return output.split('\0').filter((file) => file !== '' && existsSync(path.join(ROOT, file)));
}

const FILES = trackedFiles();

function textOf(file: string): string {
  return readFileSync(path.join(ROOT, file), 'utf8');
}

function firstLineOf(file: string): string {
  return textOf(file).split('\n')[0] ?? '';
}

describe('every project', () => {
  const map = textOf('docs/README.md');

  it.each(PROJECTS)('$folder has a README that begins with a title', ({ folder }) => {
    expect(existsSync(path.join(ROOT, folder, 'README.md'))).toBe(true);
    expect(firstLineOf(`${folder}/README.md`)).toMatch(/^# \S/);
  });

  it.each(PROJECTS)('$folder is on the map in docs/README.md', ({ folder }) => {
    expect(map).toContain(`| [${folder}](../${folder}/README.md) |`);
  });

  it('of which the map tells is there', () => {
    const named = [...map.matchAll(/^\| \[((?:apps|libs|projections)\/[^\]]+)\]/gm)].map(([, folder]) => folder);
    expect(named.filter((folder) => !PROJECTS.some((project) => project.folder === folder))).toEqual([]);
  });

  it.each(PROJECTS.filter(({ folder }) => folder.startsWith('projections/')))('$folder begins its README with the question it answers', ({ folder }) => {
    expect(firstLineOf(`${folder}/README.md`)).toMatch(/\?$/);
  });
});

describe('committed files', () => {
  it('name no path of a machine', () => {
    const machinePath = /(?:^|[\s"'`(=:[])(?:\/(?:work|home|root|Users)\/|[A-Z]:\\Users)/m;
    expect(FILES.filter((file) => file !== OWN_FILE && machinePath.test(textOf(file)))).toEqual([]);
  });

  it('name no package registry', () => {
    const registry = /registry\.(?:npmjs|yarnpkg)\.|npm\.pkg\.github|\/\/[^\s"']*(?:artifactory|verdaccio|nexus)/i;
    expect(FILES.filter((file) => file !== OWN_FILE && registry.test(textOf(file)))).toEqual([]);
  });

  it('lock packages without the address they came from', () => {
    const { packages } = JSON.parse(textOf('package-lock.json')) as { readonly packages: Readonly<Record<string, { readonly resolved?: string; readonly link?: boolean }>> };
    const addressed = Object.entries(packages).filter(([, { resolved, link }]) => resolved !== undefined && link !== true);
    expect(addressed.map(([name]) => name)).toEqual([]);
  });

  it('have no broken link between documents', () => {
    const broken = FILES.filter((file) => file.endsWith('.md')).flatMap((file) => linksOf(file).filter((link) => !existsSync(path.join(ROOT, path.dirname(file), link))).map((link) => `${file}: ${link}`));
    expect(broken).toEqual([]);
  });
});

describe('what a catalogue of public code reads', () => {
  const publiccode = parse(textOf('publiccode.yml')) as {
    readonly publiccodeYmlVersion: string; readonly legal: { readonly license: string };
    readonly description: Readonly<Record<string, { readonly shortDescription: string; readonly longDescription: string; readonly features: readonly string[] }>>;
  };

  it('has the lengths that publiccode.yml 0.4 asks for, in Dutch and English', () => {
    expect(publiccode.publiccodeYmlVersion).toBe('0.4');
    expect(Object.keys(publiccode.description).sort()).toEqual(['en', 'nl']);
    for (const { shortDescription, longDescription, features } of Object.values(publiccode.description)) {
      expect(shortDescription.length).toBeLessThanOrEqual(150);
      expect(longDescription.length).toBeGreaterThanOrEqual(150);
      expect(features.filter((feature) => feature.length > 100)).toEqual([]);
    }
  });

  it('names one licence everywhere', () => {
    expect(publiccode.legal.license).toBe((JSON.parse(textOf('package.json')) as { readonly license: string }).license);
    expect(textOf('LICENSE')).toMatch(/^EUROPEAN UNION PUBLIC LICENCE v\. 1\.2\n/);
  });
});

describe('the two READMEs', () => {
  it('have the same commands', () => {
    const commands = (file: string): readonly string[] => [...textOf(file).matchAll(/```bash\n([\s\S]*?)```/g)].map(([, text = '']) => text);
    expect(commands('README.nl.md')).toEqual(commands('README.md'));
    expect(commands('README.md').length).toBeGreaterThan(3);
  });

  it('have the same number of rows in their tables', () => {
    const rows = (file: string): number => textOf(file).split('\n').filter((line) => line.startsWith('|')).length;
    expect(rows('README.nl.md')).toBe(rows('README.md'));
  });
});

/** Relative links, without what comes after a #; code is no link. */
function linksOf(file: string): readonly string[] {
  const text = textOf(file).replace(/```[\s\S]*?```/g, '').replace(/`[^`\n]*`/g, '');
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link.split('#')[0] ?? '').filter((link) => link !== '' && !/^[a-z]+:/.test(link));
}
