import { createProgram } from './cli/program.js';
import { messageOf } from './cli/user-error.js';

try {
  await createProgram().parseAsync(process.argv);
} catch (error) {
  console.error(messageOf(error));
  if (process.env['TRAJECTBOEK_DEBUG'] !== undefined) console.error(error);
  process.exitCode = 1;
}
