import { EventType } from '../language/event-type.js';
import { OneOf, Organisations, Reference } from '../language/fields.js';
import { Occurrence } from '../language/occurrence.js';

export const TRANSFER_DOCUMENT_ISSUED_TYPE = ['transition-document', 'plus-document', 'educational-report', 'handover-dossier', 'portfolio'] as const;

/** A school gave a document to the next parties; the ledger keeps the reference, never the content. */
@EventType({ label: 'Overgangsdocument verstrekt', kind: 'observation', that: 'involved', what: 'involved', dataClass: 'path' })
export class TransferDocumentIssued extends Occurrence {
  @OneOf(TRANSFER_DOCUMENT_ISSUED_TYPE) type!: (typeof TRANSFER_DOCUMENT_ISSUED_TYPE)[number];
  @Reference() document!: string;
  @Organisations() issuedTo!: string[];
}
