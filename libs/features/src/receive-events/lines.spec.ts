import { describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { groupsOfLines, type Line } from './lines.js';

async function* pieces(...texts: readonly (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield typeof text === 'string' ? Buffer.from(text) : text;
}

async function groupsOf(body: AsyncIterable<Uint8Array>): Promise<readonly (readonly Line[])[]> {
  const groups: (readonly Line[])[] = [];
  for await (const group of groupsOfLines(body)) groups.push(group);
  return groups;
}

const said = (line: Line): string => ('text' in line ? line.text : line.unreadable);
const linesOf = async (body: AsyncIterable<Uint8Array>): Promise<readonly string[]> => (await groupsOf(body)).flat().map(said);

describe('the lines of a stream', () => {
  it.each<[readonly string[], readonly string[]]>([
    [['a\nb\n'], ['a', 'b']], [['a', '\nb'], ['a', 'b']], [['a\r', '\nb\r\n'], ['a\r', 'b\r']], [['', 'a', '', ''], ['a']], [['\n\n \n\t\r\n'], []], [['\ufeffa'], ['a']], [['a\u2028b\u2029c\u0085d\n'], ['a\u2028b\u2029c\u0085d']],
  ])('of %j are %j', async (texts, lines) => expect(await linesOf(pieces(...texts))).toEqual(lines));

  it('are whole where a character is divided over two pieces', async () => {
    const bytes = Buffer.from('é€😀\n');
    for (let cut = 1; cut < bytes.length; cut += 1) expect(await linesOf(pieces(bytes.subarray(0, cut), bytes.subarray(cut)))).toEqual(['é€😀']);
  });

  it('that are no UTF-8 or too long are told by themselves', async () => {
    expect(await linesOf(pieces('a\n', new Uint8Array([0xff, 0x0a]), 'b\n', 'x'.repeat(700_000), `${'x'.repeat(700_000)}\nc`))).toEqual(['a', 'not-utf-8', 'b', 'too-long', 'c']);
  });

  it('come in groups of bounded number and size', async () => {
    const many = await groupsOf(pieces('a\n'.repeat(2_500)));
    expect(many.map(({ length }) => length)).toEqual([1_000, 1_000, 500]);
    const large = await groupsOf(pieces(...Array.from({ length: 40 }, () => `${'x'.repeat(1_000_000)}\n`)));
    expect(Math.max(...large.map((group) => group.reduce((sum, { bytes }) => sum + bytes, 0)))).toBeLessThan(10_000_000);
  });

  it('of a sender who waits are given without waiting for more', async () => {
    async function* waiting(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('a\nb');
      await sleep(200);
      yield Buffer.from('c\n');
    }
    expect((await groupsOf(waiting())).map((group) => group.map(said))).toEqual([['a'], ['bc']]);
  });

  it('of a sender who went away end with his error, and let go of the stream', async () => {
    let released = false;
    async function* broken(): AsyncGenerator<Uint8Array> {
      try {
        yield Buffer.from('a\n');
        throw new Error('aborted');
      } finally {
        released = true;
      }
    }
    await expect(groupsOf(broken())).rejects.toThrow('aborted');
    expect(released).toBe(true);
  });
});
