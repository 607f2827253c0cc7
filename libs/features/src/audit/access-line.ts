import { findRole, isScope, PURPOSES, SCOPES, type PurposeCode } from '@trajectboek/access';
import type { AuditLine } from '@trajectboek/ledger-store';
import type { AccessKind } from './accesses.query.js';

/** A line of the access log with its place in it. */
export type Line = AuditLine & { readonly number: number };

const KIND_LABELS = { read: 'lezen', write: 'vastleggen' } as const;
const DECISION_LABELS = { allowed: 'toegestaan', denied: 'geweigerd' } as const;
const LEVEL_LABELS = { none: 'niets', 'that-or-what': 'dat of wat, naar wat de organisatie voor de jongere is', what: 'wat' } as const;

/** A line keeps who it was as one text: the organisation, then the employee or system. */
export function actorOf({ actor }: AuditLine): { readonly organisation: string; readonly actor: string } {
  const [organisation = '', ...rest] = actor.split(' ');
  return { organisation, actor: rest.join(' ') };
}

export function isOfKind(line: AuditLine, kind: AccessKind): boolean {
  switch (kind) {
    case 'read':
    case 'write': return kindOf(line) === kind;
    case 'refused': return line.decision === 'denied';
    case 'break-glass': return line.action.startsWith('break-glass:');
  }
}

/** The line as auditors read it: each code with its Dutch label, and no more of anybody than a pseudonym. */
export function shown(line: Line): object {
  const { number, at, action, role, decision, reason, trajectoryId, traceId } = line;
  const { actor, organisation } = actorOf(line);
  const [kind, level] = [kindOf(line), levelOf(line)];
  return {
    number, at, kind, kindLabel: KIND_LABELS[kind], action, actionLabel: isScope(action) ? SCOPES[action] : null,
    organisation, actor, system: actor.startsWith('system:') ? actor : null, role, roleLabel: findRole(role)?.label ?? null, ...purposeOf(line),
    level, levelLabel: LEVEL_LABELS[level], dataClasses: level === 'none' ? [] : findRole(role)?.dataClasses ?? [],
    decision, decisionLabel: DECISION_LABELS[decision], reason, trajectoryId, traceId,
  };
}

/** An action is the scope that the route asked. */
function kindOf({ action }: AuditLine): 'read' | 'write' {
  return action.endsWith(':read') || action === 'ledger:verify' ? 'read' : 'write';
}

/** How much the role could see: of each event that follows from the relation of the organisation to the youth. */
function levelOf({ decision, role }: AuditLine): keyof typeof LEVEL_LABELS {
  if (decision === 'denied') return 'none';
  return findRole(role)?.reach === 'all' ? 'what' : 'that-or-what';
}

function purposeOf({ purpose }: AuditLine): object {
  const [code = '', version] = purpose.split('@');
  const activity = PURPOSES.get(code as PurposeCode);
  return {
    purpose: code, purposeLabel: activity?.label ?? null, processingActivity: purpose, version: version === undefined ? null : Number(version), legalGround: activity?.legalGround ?? null,
  };
}
