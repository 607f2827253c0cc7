import { spawn } from 'node:child_process';
import { constants } from 'node:os';

const FORWARDED = ['SIGTERM', 'SIGHUP', 'SIGINT'];

/**
 * Runs a command to its end with our own input and output, passing signals on; gives its exit code.
 * From a terminal Ctrl-C reaches the command by itself, so it is not sent a second time.
 */
export function run(file, words, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(file, words, { stdio: 'inherit', ...options });
    const forward = (signal) => {
      if (!(signal === 'SIGINT' && process.stdin.isTTY)) child.kill(signal);
    };
    FORWARDED.forEach((signal) => process.on(signal, forward));
    const stopForwarding = () => FORWARDED.forEach((signal) => process.off(signal, forward));
    child.once('error', (error) => { stopForwarding(); reject(error); });
    child.once('close', (code, signal) => { stopForwarding(); resolve(code ?? 128 + (constants.signals[signal] ?? 0)); });
  });
}
