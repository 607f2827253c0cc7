/** Why a step is refused: stable codes of the API (scenario-format.md, "Refusals", and what the other rules need). */
export type Refusal =
  | 'not-offered' | 'not-the-receiver' | 'not-the-offerer' | 'not-accepted'
  | 'already-answered' | 'already-requested' | 'not-requested' | 'not-granted'
  | 'no-valid-consent' | 'parents-missing'
  | 'waived'
  | 'unknown-event' | 'already-retracted' | 'not-correctable'
  | 'already-closed'
  | 'not-restricted' | 'subject-erased';

/** What a person reads about a refusal: Dutch, and without anything of what was sent. */
export interface RefusalText {
  readonly title: string;
  readonly detail: string;
}

export const REFUSALS: Readonly<Record<Refusal, RefusalText>> = {
  'not-offered': { title: 'Overdracht niet aangeboden', detail: 'Er is geen overdracht met dit kenmerk aangeboden; laat de afgever de overdracht eerst aanbieden.' },
  'not-the-receiver': { title: 'Niet de ontvanger', detail: 'Alleen de organisatie aan wie de overdracht is aangeboden, kan deze stap zetten.' },
  'not-the-offerer': { title: 'Niet de afgever', detail: 'Alleen de organisatie die de overdracht aanbood, kan haar intrekken; de ontvanger kan haar teruggeven.' },
  'not-accepted': { title: 'Overdracht niet aanvaard', detail: 'De jongere kan pas aankomen nadat de ontvanger de overdracht heeft aanvaard.' },
  'already-answered': { title: 'Al beantwoord', detail: 'Op dit kenmerk is al geantwoord; gebruik voor een nieuw aanbod of verzoek een nieuw kenmerk.' },
  'already-requested': { title: 'Al gevraagd', detail: 'Dit verzoek staat al open en wacht op een antwoord.' },
  'not-requested': { title: 'Niet gevraagd', detail: 'Er is geen verzoek met dit kenmerk waarop dit een antwoord kan zijn.' },
  'not-granted': { title: 'Wissing niet toegewezen', detail: 'Gegevens worden op verzoek pas gewist nadat het verzoek geheel of gedeeltelijk is toegewezen.' },
  'no-valid-consent': { title: 'Geen geldige toestemming', detail: 'Op de datum van het delen was er geen toestemming die geldt en die alle ontvangers noemt.' },
  'parents-missing': { title: 'Toestemming van jongere én ouders nodig', detail: 'Bij een minderjarige telt toestemming pas als zowel de jongere als de ouders gevraagd zijn en haar hebben gegeven.' },
  waived: { title: 'Geen zoekperiode voor deze jongere', detail: 'Voor deze melding is besloten dat de zoekperiode niet geldt.' },
  'unknown-event': { title: 'Onbekende gebeurtenis', detail: 'De genoemde gebeurtenis staat niet in dit traject.' },
  'already-retracted': { title: 'Al ingetrokken', detail: 'De genoemde gebeurtenis is al ingetrokken en telt niet meer mee.' },
  'not-correctable': { title: 'Kan niet worden gecorrigeerd of ingetrokken', detail: 'Corrigeer de oorspronkelijke gebeurtenis opnieuw of trek de correctie in; een wissing is definitief.' },
  'already-closed': { title: 'Traject al afgesloten', detail: 'Het traject is al afgesloten; open het opnieuw als de jongere terugkomt.' },
  'not-restricted': { title: 'Geen beperking', detail: 'Er loopt geen beperking van de verwerking met dit kenmerk.' },
  'subject-erased': { title: 'Gegevens zijn gewist', detail: 'De gegevens van deze jongere zijn gewist en komen niet terug; open een nieuw traject als de jongere zich opnieuw meldt.' },
};
