/** What is tested by mutation: pure projects, of which the wrong answer of one line is a wrong decision about a youth. */
export const PROJECTS = {
  situation: { folder: 'libs/situation', alias: 'situation', skipped: [] },
  // next-change walks through 1,500 days for every mutant (8 s) and mostly finds what the specs of each rule find at once.
  schemes: { folder: 'libs/schemes', alias: 'schemes', skipped: ['predicates/next-change.spec.ts'] },
  // Their random lives and groups of youths cost seconds; fixed-lives asks the second opinion about the same few lives each time.
  continuity: { folder: 'projections/continuity', alias: 'continuity-view', skipped: ['second-opinion.spec.ts', 'cohorts/cohorts.spec.ts'] },
};

/** The project of this run; run.mjs names it. */
export function chosenProject() {
  const name = process.env.MUTATION_PROJECT;
  const project = PROJECTS[name];
  if (!project) throw new Error(`MUTATION_PROJECT is one of ${Object.keys(PROJECTS).join(', ')}`);
  return { name, ...project };
}
