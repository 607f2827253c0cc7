const CONSONANTS = ['b', 'd', 'f', 'g', 'h', 'k', 'l', 'm', 'n', 'p', 'r', 's', 't', 'v', 'w', 'z'] as const;
const VOWELS = ['a', 'e', 'i', 'o', 'u', 'aa', 'ee', 'oo'] as const;
const SYLLABLES = CONSONANTS.flatMap((consonant) => VOWELS.map((vowel) => `${consonant}${vowel}`));
const FEWEST_SYLLABLES = 3;
const GIVEN = ['Sam', 'Noor', 'Daan', 'Emma', 'Yara', 'Mees', 'Lotte', 'Bilal', 'Fleur', 'Ravi', 'Sanne', 'Tim', 'Ilse', 'Omar', 'Jip', 'Esra'] as const;

export interface InventedName {
  readonly given: string;
  readonly family: string;
}

/** A name of nobody, and another one for every number: its family name spells the number in syllables. */
export function nameOf(number: number): InventedName {
  let rest = number;
  let family = '';
  for (let syllable = 0; rest > 0 || syllable < FEWEST_SYLLABLES; syllable += 1) {
    family += SYLLABLES[rest % SYLLABLES.length];
    rest = Math.floor(rest / SYLLABLES.length);
  }
  return { given: GIVEN[number % GIVEN.length] ?? GIVEN[0], family: `${family[0]?.toUpperCase() ?? ''}${family.slice(1)}` };
}
