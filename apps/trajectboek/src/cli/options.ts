import { InvalidArgumentError, Option } from 'commander';

const LOWEST_PORT = 0;
const HIGHEST_PORT = 65_535;

export function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('It is not a whole number.');
  return Number(text);
}

function port(text: string): number {
  const number = wholeNumber(text);
  if (number < LOWEST_PORT || number > HIGHEST_PORT) throw new InvalidArgumentError(`It is not a port (${LOWEST_PORT}-${HIGHEST_PORT}).`);
  return number;
}

function organisation(text: string): string {
  const urn = /^\d{20}$/.test(text) ? `urn:nld:oin:${text}` : text;
  if (!/^urn:nld:oin:\d{20}$/.test(urn)) throw new InvalidArgumentError('It is not urn:nld:oin: with 20 digits.');
  return urn;
}

function trajectory(text: string): string {
  if (!/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)) throw new InvalidArgumentError('It is not the id of a trajectory, a UUID.');
  return text.toLowerCase();
}

/** The options that several commands share; each call gives a new one, because commander keeps state in them. */
export const OPTIONS = {
  data: () => new Option('--data <dir>', 'data folder').env('TRAJECTBOEK_DATA').default('data'),
  url: () => new Option('--url <url>', 'address of the running ledger').default(`http://127.0.0.1:${process.env['PORT'] ?? '3000'}`),
  port: () => new Option('--port <port>', 'port to listen on, 0 for a free one').env('PORT').argParser(port).default(3000),
  org: () => new Option('--org <urn>', 'organisation: urn:nld:oin: and 20 digits').argParser(organisation).makeOptionMandatory(),
  trajectory: () => new Option('--trajectory <id>', 'id of the trajectory').argParser(trajectory).makeOptionMandatory(),
};

/** Repeats its value: `--view a --view b`, also `--view a,b`. */
export function collect(text: string, earlier: readonly string[] = []): string[] {
  return [...earlier, ...text.split(',').map((one) => one.trim()).filter(Boolean)];
}
