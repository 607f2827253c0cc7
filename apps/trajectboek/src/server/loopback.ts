import { UserError } from '../cli/user-error.js';

const LOOPBACK = /^(?:127(?:\.\d{1,3}){3}|localhost|::1)$/;

/**
 * The embedded shape hands out its own development tokens, so it listens to this machine only and never in production.
 * @throws UserError
 */
export function refuseOtherAddresses(host: string): void {
  if (process.env['NODE_ENV'] === 'production') {
    throw new UserError('De losse vorm start niet met NODE_ENV=production: gebruik de regiovorm met een eigen issuer. (Embedded shape refuses production.)');
  }
  if (!LOOPBACK.test(host)) throw new UserError(`De losse vorm luistert alleen op deze machine zelf, niet op ${host}. (Loopback only.)`);
}
