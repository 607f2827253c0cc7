import type { LedgerFault } from '@trajectboek/proof';
import type { VerificationFault } from '../../maintenance.js';

const DETAILS: Readonly<Record<LedgerFault['kind'], string>> = {
  changed: 'de gebeurtenis is veranderd', 'chain-broken': 'de gebeurtenis sluit niet aan op die ervoor', missing: 'er ontbreken gebeurtenissen',
  reordered: 'de volgorde klopt niet', foreign: 'de gebeurtenis hoort in een ander traject', truncated: 'het boek is korter dan waarvoor getekend is',
  'root-differs': 'de inhoud is niet die waarvoor getekend is', 'not-witnessed': 'de gebeurtenis is niet bij de getuige bekend', lost: 'een gebeurtenis is weg', moved: 'een gebeurtenis staat op een andere plaats',
};

/** A fault of the ledger as a line for people: where, as narrowly as is known, and what. */
export function describeFault(fault: LedgerFault): VerificationFault {
  return { place: placeOf(fault), detail: DETAILS[fault.kind] };
}

/** Positions count from 1 without gaps here, so that a size is also the position of the last event in it. */
function placeOf(fault: LedgerFault): string {
  switch (fault.kind) {
    case 'missing': return `traject ${fault.trajectoryId}, revisie ${range(fault.from, fault.to)} (voor plaats ${fault.beforePosition})`;
    case 'truncated': return `het boek, ${fault.size} van ${fault.expected} gebeurtenissen`;
    case 'root-differs': return `het boek, plaats ${range(fault.agreedUpTo + 1, fault.size)}`;
    case 'lost': return `het boek, plaats ${fault.index + 1}`;
    case 'changed':
    case 'chain-broken':
    case 'reordered':
    case 'foreign':
    case 'not-witnessed':
    case 'moved': return `traject ${fault.trajectoryId}, revisie ${fault.revision}, plaats ${fault.position}`;
  }
}

export function range(from: number, to: number): string {
  return from === to ? String(from) : `${from} tot en met ${to}`;
}
