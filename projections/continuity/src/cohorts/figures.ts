import type { SourceFigure } from './source-figure.js';

/**
 * Every figure of the source documents (S000 to S004) and of the reference tables that a metric or the counts by status can
 * give. A figure without a story has a cohort of the same name in `./testing`.
 */
export const FIGURES = {
  'hilversum-reached': { source: 'S000 L571-573, S003 L1155-1156', says: 'Hilversum: of 255 youths off the radar, 110 (43%) could not be reached', by: ['C8', 'C20', 'status'], story: 'hilversum-255' },
  'hilversum-situation': { source: 'S000 L568-570', says: 'Of the same 255, 26% had a Wajong indication and 25% worked', by: ['status'], story: 'hilversum-255' },
  'den-haag-tracks': { source: 'S000 L753-754', says: 'Den Haag: 60 to 80% of the learn-work tracks lead to school or work', by: ['C18', 'status'], story: 'den-haag-leerwerk' },
  'almere-home-visits': { source: 'S000 L853-856', says: 'Almere: home visits reach 90 to 100% of the youths in the evening, 30% by day', by: ['C20'], note: 'C20 does not cross channel and part of the day: home visits only' },
  'pro-outflow': { source: 'S001 L105-108', says: '97.4% of the pro leavers of 2019-2020 went to work or further education', by: ['C1', 'status'], story: 'pro-uitstroom-974' },
  'unclear-cases': { source: 'S001 L602-609', says: '42 cases in which it was not clear who is responsible', by: ['C23'], note: 'C23 counts youth-days: asked about one day, a day in dispute is a case' },
  'refused-by-mbo': { source: 'S002 L202-204, L232', says: 'About 130 reports of youths who were refused by an mbo', by: ['C16'], note: 'The denominator; the source does not say how many were followed up' },
  'mbo-1-bol': { source: 'S002 L718-720', says: '34% did not complete mbo-1 in the bol (2012)', by: ['C24'], note: 'Of the leavers, not of all students' },
  'mbo-1-bbl': { source: 'S002 L718-720', says: '45% did not complete mbo-1 in the bbl (2012)', by: ['C24'], note: 'Of the leavers, not of all students' },
  'entree-in-two-years': { source: 'S002 L801-802', says: 'About 8% do not complete entree within two years', by: ['C22'], note: 'Missed in clock `entree-two-years`' },
  'own-internship': { source: 'S003 L446-447', says: '70 to 80% find an internship by themselves', by: ['C17'], note: 'Found is `n`, still searching `censored`; C17 does not tell who helped' },
  'vo-to-mbo': { source: 'S003 L637-638', says: 'Of 150,000 starters in the mbo the transition goes wrong for 8,000', by: ['C1'], note: 'Gone wrong is `censored`: no next start' },
  'achterhoek-placements': { source: 'S003 L1080-1081', says: 'Achterhoek: 92 placements in paid work or on a learn-work place until 2017-01-01', by: ['C10'] },
  'brabantse-wal': { source: 'S003 L1147-1149', says: 'Brabantse Wal: 88 youths in workshops, 68 to work, a learn-work job, education or work experience', by: ['C18', 'status'], story: 'brabantse-wal' },
  'learn-work-market': { source: 'S003 L1181', says: '30 learn-work jobs found at the market of 2015', by: ['C10'] },
  'support-in-search-period': { source: 'S003 L1328-1330', says: 'About half get support during the search period', by: ['C15'] },
  'inactive': { source: 'S003 L1444-1446', says: '5.4% of 18 to 27 have no education, work, registration or benefit', by: ['status'], note: 'Registration as a job seeker is no event, so it is not looked at' },
  'inactive-unexplained': { source: 'S003 L1446-1451', says: 'Of 134,000 inactive youths there is a known reason for 66,000; of about as many nobody knows', by: ['C9', 'status'] },
  'buddy-project': { source: 'S003 L1600-1601', says: 'Buddy-Project: of 19 youths 13 left to work or education', by: ['C18'] },
  'tom-den-bosch': { source: 'S003 L1617-1621', says: 'Traject Op Maat: about 100 youths a year in a track to school, work or care', by: ['C18'], note: 'Tracks started in a year, no outcome' },
  'vso-to-education': { source: 'S003 L1852', says: 'A little less than half go on to further education after vso', by: ['status'] },
  'jp-length': { source: 'S003 L2299-2303', says: 'Jongeren Perspectief: six months to three years instead of 45 months: on average 27 months shorter', by: ['C25'], note: 'C25 gives a median, the source a mean' },
  'eighty-leavers': { source: 'S003 L2419-2420', says: 'Of 80 early leavers 12 have a paid job and 30 a benefit', by: ['C19', 'status'], story: 'tachtig-vsvers' },
  'transition-route': { source: 'S004 L1908, L1918', says: 'Transitieroute: about 60 students a year', by: ['C18'], note: 'Tracks started in a year, no outcome' },
  'boris': { source: 'S004 L3059-3065', says: 'Boris: 651 pupils took part by 2016', by: ['C18'], note: 'Tracks started, no outcome' },
  'progression-programme': { source: 'S004 L3311-3329', says: 'Doorstroomprogramma: of 50 who started in 2019, 32 (64%) left to education or work', by: ['C18'] },
  'two-get-there': { source: 'S004 L3936-3944', says: '2GetThere: two thirds of 2014 found work and/or began an education', by: ['C18'], note: 'Results overlap, so the third without one is taken off' },
  'drechtsteden': { source: 'S004 L4056-4070', says: 'Drechtsteden: of 80 youths 15 were at work and 9 on a participation place', by: ['status'], story: 'drechtsteden-2016' },
  'navigator': { source: 'S004 L4158-4188', says: 'De Navigator: 179 tracks, 103 ended: 39% nominated for work, 20% with a contract', by: ['C18', 'status'], story: 'navigator-2014' },
  'new-perspective': { source: 'S004 L4328-4342', says: 'Een Nieuw Perspectief: 86% to school, work or a business of their own', by: ['C18'], note: '“Lasting”, but no term is given, so C10 cannot be asked' },
  'heilige-boontjes': { source: 'S004 L4456-4476', says: 'Heilige Boontjes: of 19 who started in 2015, 8 completed: 3 to school, 5 at work', by: ['C18'], story: 'heilige-boontjes-2015' },
  'youths-on-the-move': { source: 'S004 L4616-4652', says: 'Jongeren aan Zet: 27 took part, 85% reached their goals: education, work or an obstacle taken away', by: ['C18'] },
  'learn2work': { source: 'S004 L4784-4792', says: 'Learn2Work: a year after the intake 72% had work and 80% an education, training or course', by: ['status'], story: 'learn2work' },
  'project-ja': { source: 'S004 L5055-5065', says: 'Project JA: 69 left to work in 2018, 50% of all who took part', by: ['C18'] },
  'tops4jobs': { source: 'S004 L5157-5175', says: 'TOPs4JOBs: all 8 completed, 3 went back to school, no result for the others', by: ['C18'] },
  'zowhat': { source: 'S004 L5324-5334', says: 'ZoWh@t: of the tracks of 2017: 60% placed, 32% running, 8% sent back', by: ['C18'], note: 'Running is started less ended' },
  'vsv-2016-2017': { source: 'vsv-landelijk-2016-2024.csv', says: '18,574 of 394,486 mbo students left early in 2016-2017: 4.71%', by: ['C24', 'status'], note: 'C24 gives the leavers, the status on 1 October the students' },
  'vulnerable-lowest': { source: 'jikp-rmc-2021-2022.csv', says: 'Friesland-Oost, 2021-2022: 67% of the vulnerable youths made the transition, the lowest of 40 regions', by: ['C1'], note: 'Made is `n`, not made `censored`' },
  'vulnerable-highest': { source: 'jikp-rmc-2021-2022.csv', says: 'Oosterschelde, 2021-2022: 88% made the transition, the highest', by: ['C1'], note: 'Made is `n`, not made `censored`' },
} as const satisfies Readonly<Record<string, SourceFigure>>;

export type FigureId = keyof typeof FIGURES;
