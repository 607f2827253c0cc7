/**
 * `not-writable`: folder or file cannot be opened or written; `damaged`: not a database, or a broken one; `foreign`: a
 * database of something else; `newer`: made by a later version of this software.
 */
export type LedgerFileFault = 'not-writable' | 'damaged' | 'foreign' | 'newer';

const MESSAGES: Record<LedgerFileFault, string> = {
  'not-writable': 'Het grootboekbestand kan niet worden geopend of beschreven; controleer de map en de rechten. / The ledger file cannot be opened or written; check the folder and its permissions.',
  damaged: 'Het grootboekbestand is beschadigd of is geen grootboek; zet een reservekopie terug. / The ledger file is damaged or is not a ledger; restore a backup.',
  foreign: 'Dit bestand is van een ander programma en wordt niet aangeraakt. / This file belongs to another program and is left alone.',
  newer: 'Het grootboekbestand is gemaakt door een nieuwere versie; werk het programma bij. / The ledger file was made by a newer version; update the program.',
};

/** The ledger file cannot be used. The message is one line for an operator, in Dutch and English. */
export class LedgerFileError extends Error {
  override readonly name = 'LedgerFileError';

  constructor(
    readonly fault: LedgerFileFault,
    readonly file: string,
    cause?: unknown,
  ) {
    super(`${MESSAGES[fault]} (${file})`, { cause });
  }
}
