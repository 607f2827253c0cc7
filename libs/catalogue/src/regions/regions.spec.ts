import { describe, expect, it } from '@jest/globals';
import { findMunicipality, knownMunicipalities, municipalities, regionNumber, regionsOf } from './regions.js';

describe('the regions of a municipality', () => {
  it('are its RMC region and its labour-market region, which do not coincide', () => {
    expect(regionsOf('GM0153')).toEqual({ rmcRegion: { code: '12', name: 'Twente' }, labourMarketRegion: { code: '9', name: 'Twente' } });
    expect(regionsOf('GM0106').rmcRegion?.name).not.toBe(regionsOf('GM0106').labourMarketRegion?.name);
  });

  it('are known for every municipality of 2023', () => {
    const all = municipalities();
    expect(all).toHaveLength(342);
    expect(all.filter(({ code }) => regionsOf(code).rmcRegion === null || regionsOf(code).labourMarketRegion === null)).toEqual([]);
  });

  it('are found for a municipality that has merged', () => {
    expect(regionsOf('GM0007').rmcRegion?.name).toBe('Oost-Groningen');
    expect(findMunicipality('GM0007')?.name).toBe('Bellingwedde');
  });

  it('follow the layout of the date: Rijk van Nijmegen is a region of its own since 2020', () => {
    expect(regionsOf('GM0268').rmcRegion?.name).toBe('Rijk van Nijmegen');
    expect(regionsOf('GM0268', '2019-12-31').rmcRegion?.name).toBe('Arnhem/Nijmegen');
    expect(regionsOf('GM0268', '2020-01-01').rmcRegion?.name).toBe('Rijk van Nijmegen');
  });

  it('are those of most forerunners where a merger crossed a border', () => {
    expect(regionsOf('GM1960').labourMarketRegion?.name).toBe('Rivierenland');
  });

  it('are null for a code that is in no list', () => {
    expect(regionsOf('GM9999')).toEqual({ rmcRegion: null, labourMarketRegion: null });
    expect(findMunicipality('GM9999')).toBeUndefined();
  });

  it('have a number by which their name, of any layout and in any case, is known', () => {
    expect([regionNumber('rmcRegion', 'twente'), regionNumber('labourMarketRegion', 'Twente')]).toEqual(['12', '9']);
    expect(regionNumber('rmcRegion', 'Arnhem/Nijmegen')).toBe(regionsOf('GM0268', '2019-12-31').rmcRegion?.code);
    expect(regionNumber('rmcRegion', 'Nergenshuizen')).toBeUndefined();
  });
});

describe('the municipalities that are known', () => {
  it('are those of 2023 and those that merged', () => {
    const codes = knownMunicipalities().map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(['GM0007', 'GM1950', ...municipalities().map(({ code }) => code)]));
    expect(new Set(codes).size).toBe(codes.length);
  });
});
