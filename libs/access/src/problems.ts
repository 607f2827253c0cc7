/** Why access is refused: stable codes of the API. */
export type AccessRefusal = 'not-authenticated' | 'scope-missing' | 'purpose-missing' | 'no-legal-basis';

export interface AccessProblem {
  readonly status: 401 | 403;
  readonly title: string;
  readonly detail: string;
}

/** Dutch texts that say nothing about whether a youth exists. */
export const ACCESS_PROBLEMS: Readonly<Record<AccessRefusal, AccessProblem>> = {
  'not-authenticated': { status: 401, title: 'U bent niet aangemeld', detail: 'Stuur een geldig token mee in de kop Authorization.' },
  'scope-missing': { status: 403, title: 'Uw rol mag dit niet', detail: 'Vraag uw beheerder om een rol die hier toegang toe heeft.' },
  'purpose-missing': { status: 403, title: 'Het doel ontbreekt of past niet', detail: 'Gebruik een token met een doel uit het verwerkingsregister dat bij uw rol hoort.' },
  'no-legal-basis': { status: 403, title: 'Geen wettelijke grondslag', detail: 'Uw organisatie heeft geen grondslag om deze gegevens te zien.' },
};
