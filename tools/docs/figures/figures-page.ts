import { FIGURES, NOT_COUNTED, REASONS, type SourceFigure } from '@trajectboek/continuity-view';
import { code, GENERATED, page, table } from '../markdown.js';

const STORIES = '../apps/trajectboek/demo';
const COHORTS = '../projections/continuity/src/cohorts';

/** Short names as in the pages of the rules. */
const DOCUMENTS = [
  ['S000', '000_4af824fcd9d4c003.txt'], ['S001', '001_ff6509bcdca9efc5.txt'], ['S002', '002_f3a2253e7d75936e.txt'],
  ['S003', '003_db829a72eb8b4fd5.txt'], ['S004', '004_32bff5beeb345958.txt'],
] as const;

/** docs/figures.md: which figures of the sources are counted here, and by what. */
export function figuresPage(): string {
  const figures = Object.entries<SourceFigure>(FIGURES);
  return page(
    '# The figures of the sources',
    GENERATED,
    `${figures.length} figures that the source documents state about youths, each with the metric (or the counts by status) that gives the same, and where that is checked. A story is run through the product; a cohort is a group of made-up youths in the proportions of the source, asked by [cohorts.spec.ts](${COHORTS}/cohorts.spec.ts), which also checks that one youth more or less gives another figure. What a cohort had to assume stands with it in [testing](${COHORTS}/testing).`,
    'The sources hold more numbers: those that are [not counted](#not-counted) are below. Money, terms and ages ([rules](schemes/README.md)), and how many organisations took part in a study, are not listed.',
    '## Counted',
    table(['Figure', 'Source', 'By', 'Checked in', 'Mind'], figures.map(([id, { says, source, by, story, note = '' }]) => [says, source, by.join(', '), story === undefined ? `cohort ${code(id)}` : `[${story}](${STORIES}/${story}.yaml)`, note])),
    '## Not counted',
    Object.entries(REASONS).map(([reason, meaning]) => `- **${reason}**: ${meaning}`).join('\n'),
    table(['Number', 'Source', 'Why not'], NOT_COUNTED.map(({ says, source, why }) => [says, source, why])),
    '## Sources',
    table(['Short', 'Source'], DOCUMENTS.map(([short, file]) => [short, file])),
    'Names that end in `.csv` are tables of reference data: ocwincijfers.nl, onderwijsincijfers.nl, nji.nl and the national norms of early leaving.',
  );
}
