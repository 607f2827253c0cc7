import { describe, expect, it } from '@jest/globals';
import { createProgram } from './program.js';
import { messageOf, UserError } from './user-error.js';

describe('the line that people see when something is wrong', () => {
  it('is our own where we have one', () => {
    expect(messageOf(new UserError('Dit kan niet.'))).toBe('Dit kan niet.');
    expect(messageOf(Object.assign(new Error('internal'), { userMessage: 'Het bestand is kapot.' }))).toBe('Het bestand is kapot.');
  });

  it('translates what the system says', () => {
    expect(messageOf(Object.assign(new Error('listen EADDRINUSE'), { code: 'EADDRINUSE', port: 3000 }))).toContain('Poort 3000 is al in gebruik');
    expect(messageOf(Object.assign(new Error('x'), { code: 'ENOENT', path: 'weg.yaml' }))).toBe('weg.yaml bestaat niet.');
  });

  it('is what any other error says', () => {
    expect(messageOf(new Error('anders'))).toBe('anders');
    expect(messageOf('los')).toBe('los');
  });
});

describe('the command line', () => {
  it('has a description for every command and every option', () => {
    const { commands } = createProgram();
    expect(commands.map((command) => command.name())).toEqual(['start', 'load', 'generate', 'check', 'token', 'replay', 'verify', 'export', 'rebuild', 'projector']);
    expect(commands.filter((command) => command.description() === '' || command.options.some(({ description }) => description === ''))).toEqual([]);
  });
});
