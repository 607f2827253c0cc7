/** Small code lists that events refer to, with their Dutch labels; a code outside its list is refused. Source: codes.yaml. */
export const CODE_LISTS = {
  dataCategories: {
    'contact-details': 'Contactgegevens',
    education: "Schoolloopbaan, stages en diploma's",
    'support-need': 'Ondersteuningsbehoefte (zonder diagnose)',
    work: 'Werk en plaatsingen',
    income: 'Uitkering en inkomen',
    'conversation-report': 'Verslag van een gesprek',
    plan: 'Plan en afspraken',
    'school-history': 'Schoolverleden',
    'work-history': 'Werkverleden',
    'transition-report': 'Verslag van het transitiegesprek',
    'handover-dossier': 'Overdrachtsdossier',
    'support-needs': 'Ondersteuningsvragen',
    'housing-need': 'Woonvraag',
    debts: 'Schulden',
    care: 'Zorg en hulpverlening',
    health: 'Gezondheid (bijzonder)',
    criminal: 'Strafrechtelijk (bijzonder)'
  },
  purposes: {
    'keep-in-view': 'In beeld houden (WEB titel 9.2)',
    guidance: 'Begeleiding naar school of werk',
    'support-after-leaving': 'Ondersteuning na het verlaten van school',
    'warm-handover': 'Warme overdracht',
    'work-guidance': 'Begeleiding op het werk',
    'internship-guidance': 'Begeleiding bij stage',
    'transition-to-work': 'Overgang naar werk',
    'job-placement': 'Plaatsing bij een werkgever',
    'learn-work-place': 'Plaatsing op een leerwerkplek',
    housing: 'Hulp bij wonen',
    'benefit-decision': 'Besluit over uitkering (Participatiewet)',
    aftercare: 'Nazorg',
    'policy-information': 'Beleidsinformatie (geanonimiseerd of onderdrukt)',
    audit: 'Controle en verantwoording',
    'subject-rights': 'Rechten van de betrokkene'
  },
  examComponents: {
    'vmbo-final-exam': 'Eindexamen vmbo',
    'dutch-language': 'Nederlands',
    arithmetic: 'Rekenen',
    'vocational-subject': 'Beroepsgericht vak',
    'work-process': 'Werkproces',
    other: 'Overig'
  },
  meetingDecisions: {
    'labour-advice': 'Advies arbeidsmarkt',
    'other-step': 'Andere stap nodig',
    track: 'Traject',
    support: 'Ondersteuning',
    education: 'Onderwijs',
    handover: 'Overdracht',
    'transfer-to-var': 'Overstap naar arbeidsroute',
    'sdd-route': 'Route van de sociale dienst',
    none: 'Geen besluit'
  }
} as const;
