import { Command } from 'commander';
import { checkCommand } from './check.command.js';
import { exportCommand } from './export.command.js';
import { generateCommand } from './generate.command.js';
import { loadCommand } from './load.command.js';
import { projectorCommand } from './projector.command.js';
import { rebuildCommand } from './rebuild.command.js';
import { replayCommand } from './replay.command.js';
import { startCommand } from './start.command.js';
import { tokenCommand } from './token.command.js';
import { verifyCommand } from './verify.command.js';

/** Every command of `npx trajectboek`; each loads what it needs only when it runs. */
export function createProgram(): Command {
  const program = new Command('trajectboek')
    .description('Trajectboek: a ledger of the paths of youths from school to work.')
    .showHelpAfterError('(zie --help)');
  [
    startCommand, loadCommand, generateCommand, checkCommand, tokenCommand, replayCommand, verifyCommand, exportCommand, rebuildCommand, projectorCommand,
  ].forEach((command) => program.addCommand(command()));
  return program;
}
