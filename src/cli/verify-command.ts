import { createHash } from 'node:crypto';
import type { Command } from 'commander';
import { localCalendarDate } from '../core/calendar/calendar-date.ts';
import { patientFiles } from '../core/library/patient-files.ts';
import { verifyLibrary } from '../core/library/verify-library.ts';
import { isDifference, type RecordFinding, type VerifiedRecord } from '../core/review/verify-records.ts';
import { Failure } from './failures.ts';
import { existingFolder } from './folder.ts';
import { NodeFiles } from './node-files.ts';
import { progressBar } from './progress.ts';
import { layoutFor, write, type Terminal } from './terminal.ts';
import { table, type Column } from './table.ts';

interface VerifyOptions {
  readonly reviews: string;
  readonly exclude?: readonly string[];
  readonly reportsElsewhere: boolean;
}

const COLUMNS: readonly Column[] = [
  { title: 'Review', least: 20 },
  { title: 'Finding', least: 20 },
  { title: 'PDF', least: 16 },
];

const WORDS: Readonly<Record<RecordFinding, string>> = {
  matches: 'matches',
  moved: 'the PDF that was reviewed lies elsewhere now',
  changed: 'the PDF is not the one that was reviewed',
  missing: 'the PDF that was reviewed is not there',
  unreadable: 'the PDF can’t be read',
  unbound: 'names no hash of a PDF',
  invalid: 'can’t be read as a review',
  edited: 'was edited after it was completed',
};

/** `verify`: whether reviews still belong to the PDFs that were reviewed. */
export function addVerifyCommand(program: Command, terminal: Terminal): void {
  program
    .command('verify')
    .summary('check all reviews against their PDFs')
    .description(
      'Hashes every PDF below a folder as it is now, and lists the reviews that differ: whose PDF has changed, is\n' +
        'missing or has moved, and that were edited after they were completed. Exit status 1 when one differs.',
    )
    .argument('[folder]', 'the folder with the reports', '.')
    .option('--reviews <folder>', 'the folder of the reviews, relative to the folder', 'reviews')
    .option(
      '--exclude <pattern>',
      'leave out files or folders; may be given several times',
      (pattern: string, before: readonly string[] | undefined) => [...(before ?? []), pattern],
    )
    .option(
      '--reports-elsewhere',
      'PDFs may be kept outside of the folder: one that is missing is no difference',
      false,
    )
    .action(async (named: string, options: VerifyOptions) => {
      const records = await verify(named, options, terminal);
      const isWrong = (record: VerifiedRecord): boolean =>
        isDifference(record) && !(options.reportsElsewhere && record.findings.join() === 'missing');
      const listed = records.filter(({ findings }) => findings.join() !== 'matches');
      if (listed.length > 0) await write(terminal.out, table(COLUMNS, listed.map(row), layoutFor(terminal)));
      const wrong = records.filter(isWrong).length;
      await write(terminal.out, `${counted(records.length)} checked, ${differing(wrong)}.\n`);
      if (wrong > 0)
        throw new Failure(`Of ${counted(records.length)}, ${differing(wrong)} from what was signed.`);
    });
}

async function verify(
  named: string,
  { reviews, exclude = [] }: VerifyOptions,
  terminal: Terminal,
): Promise<readonly VerifiedRecord[]> {
  const { real } = await existingFolder(named);
  const progress = progressBar(terminal);
  try {
    return await verifyLibrary({
      files: patientFiles(new NodeFiles(real, { reviewFolder: reviews, exclude }), globalThis),
      hash: (bytes) => Promise.resolve(createHash('sha256').update(bytes).digest('hex')),
      today: localCalendarDate(new Date()),
      signal: new AbortController().signal,
      onProgress: (done, total) => {
        progress.update(done, total);
      },
    });
  } finally {
    progress.stop();
  }
}

const counted = (reviews: number): string => `${String(reviews)} ${reviews === 1 ? 'review' : 'reviews'}`;

const differing = (reviews: number): string => `${String(reviews)} ${reviews === 1 ? 'differs' : 'differ'}`;

const row = ({ review, report, findings, nowAt }: VerifiedRecord): string[] => [
  review,
  findings.map((finding) => WORDS[finding]).join(' · '),
  nowAt.length > 0 ? `${report ?? ''} → ${nowAt.join(', ')}` : (report ?? ''),
];
