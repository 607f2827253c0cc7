import { describe, expect, it } from '@jest/globals';
import { knownMunicipalities, regionsOf } from '@trajectboek/catalogue';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { InBeeldQuery } from '../in-beeld/in-beeld.query.js';
import { tagsWithin } from './places.js';

const DATE = '2016-03-01';

describe('the municipalities of a region', () => {
  it('are those that lists and counts put in it, also the merged ones', () => {
    for (const kind of ['rmcRegion', 'labourMarketRegion'] as const) {
      for (const region of new Set(knownMunicipalities().flatMap(({ code }) => regionsOf(code, DATE)[kind]?.code ?? []))) {
        expect(tagsWithin({ [kind]: region }, DATE).municipality).toEqual(knownMunicipalities().map(({ code }) => code).filter((code) => regionsOf(code, DATE)[kind]?.code === region));
      }
    }
    expect(tagsWithin({ rmcRegion: regionsOf('GM0007', DATE).rmcRegion?.code ?? '' }, DATE).municipality).toContain('GM0007');
  });

  it('are only the municipality that was asked for, and none when it lies elsewhere', () => {
    expect([tagsWithin({ municipality: 'GM0153', rmcRegion: '12' }, DATE), tagsWithin({ municipality: 'GM0363', rmcRegion: '12' }, DATE)]).toEqual([{ municipality: ['GM0153'] }, { municipality: [] }]);
  });
});

describe('a region that is asked for', () => {
  const asked = (query: object): InBeeldQuery => plainToInstance(InBeeldQuery, query);

  it('is known by its number and by its name', () => {
    expect([asked({ rmcRegion: '12' }).rmcRegion, asked({ rmcRegion: 'Twente' }).rmcRegion, asked({ labourMarketRegion: 'twente' }).labourMarketRegion]).toEqual(['12', '12', '9']);
  });

  it('stays what it is when no list has it, and is checked as before', () => {
    expect(asked({ rmcRegion: '99' }).rmcRegion).toBe('99');
    expect([validateSync(asked({ rmcRegion: 'Twente' })), validateSync(asked({ rmcRegion: 'a;b' }))].map((faults) => faults.length)).toEqual([0, 1]);
  });
});
