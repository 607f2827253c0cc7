import { Command, Option } from 'commander';
import { OPTIONS } from './options.js';

const ROLES = ['auditor', 'guide', 'coordinator', 'system', 'privacy-officer'] as const;

interface TokenOptions {
  readonly org: string;
  readonly role: (typeof ROLES)[number];
  readonly purpose?: string;
  readonly data: string;
}

/** Machines are systems; all others are people, of whom a development token knows only the role. */
function subjectOf(role: TokenOptions['role']): string {
  return role === 'system' ? 'system:development' : `person:development-${role}`;
}

export function tokenCommand(): Command {
  return new Command('token')
    .description('print one development token on standard output and nothing else (valid for 12 hours, never in production)')
    .addOption(OPTIONS.org())
    .addOption(new Option('--role <role>', 'role of the bearer').choices(ROLES).makeOptionMandatory())
    .option('--purpose <activity>', 'processing activity, such as keep-in-view@1; default: that of the role')
    .addOption(OPTIONS.data())
    .action(async ({ org, role, purpose, data }: TokenOptions) => {
      const { openDevelopmentIssuer } = await import('../identity/development-issuer.js');
      const issuer = await openDevelopmentIssuer(data);
      process.stdout.write(`${await issuer.sign({ org, role, sub: subjectOf(role), ...(purpose !== undefined && { purpose }) })}\n`);
    });
}
