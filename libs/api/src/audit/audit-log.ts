import { Injectable, Logger } from '@nestjs/common';
import { LedgerStorePort } from '../ports.js';
import type { AuditLine } from '@trajectboek/ledger-store';
import { problem } from '../problems/problem.js';

/** Writes audit lines before data leaves; a line that cannot be written stops the request. */
@Injectable()
export class AuditLog {
  readonly #log = new Logger(AuditLog.name);

  constructor(private readonly store: LedgerStorePort) {}

  /** @throws ProblemError audit-unavailable */
  async record(line: AuditLine): Promise<void> {
    try {
      await this.store.recordAccess(line);
    } catch (error) {
      this.#log.error({ err: error, action: line.action, traceId: line.traceId }, 'an audit line could not be written');
      throw problem('audit-unavailable', 'De regel in het verwerkingenlog kon niet worden geschreven, dus er wordt niets getoond.');
    }
  }
}
