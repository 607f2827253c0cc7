import { share, span, table } from './parameter.js';

/** What happens besides school and work; each at most once in a life. */
export const ASIDES = {
  moves: share(0.05),
  lifeEvent: share(0.05),
  lifeEventKind: table({ debts: 30, 'conflict-at-home': 20, 'independent-living': 20, illness: 10, 'birth-of-child': 8, 'housing-loss': 6, 'caring-for-family': 6 }),
  referral: share(0.04),
  referralAnswered: share(0.8),
  referralAccepted: share(0.8),
  request: share(0.04),
  requestRefused: share(0.3),
  domain: table({ debts: 25, housing: 20, 'mental-health': 20, care: 15, work: 10, childcare: 5, legal: 5 }),
  obstacleRemoved: share(0.3),
  concern: share(0.02),
  assessed: share(0.03),
  targetGroup: share(0.06),
  targetGroupEnds: share(0.2),
  route: share(0.03),
  dispute: share(0.01),
  sharingDeclined: share(0.005),
  access: share(0.002),
  unknownJob: share(0.003),
  corrected: share(0.004),
  retracted: share(0.003),
  answerAfter: span(3, 40),
} as const;
