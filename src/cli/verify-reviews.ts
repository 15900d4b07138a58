import { localCalendarDate } from '../core/calendar/calendar-date.ts';
import { patientFiles } from '../core/library/patient-files.ts';
import { verifyLibrary } from '../core/library/verify-library.ts';
import { isDifference, type RecordFinding, type VerifiedRecord } from '../core/review/verify-records.ts';
import { Failure } from './failures.ts';
import { existingFolder } from './folder.ts';
import { NodeFiles } from './node-files.ts';
import { progressBar } from './progress.ts';
import { sha256 } from './sha256.ts';
import { table, type Column } from './table.ts';
import { layoutFor, write, type Terminal } from './terminal.ts';
import type { VerifyOptions } from './verify-command.ts';

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

/**
 * Prints which reviews of a folder differ from their PDFs.
 * @throws Failure when one does.
 */
export async function verifyReviews(
  named: string,
  options: VerifyOptions,
  terminal: Terminal,
): Promise<void> {
  const records = await verify(named, options, terminal);
  const isWrong = (record: VerifiedRecord): boolean =>
    isDifference(record) && !(options.reportsElsewhere && record.findings.join() === 'missing');
  const listed = records.filter(({ findings }) => findings.join() !== 'matches');
  if (listed.length > 0) await write(terminal.out, table(COLUMNS, listed.map(row), layoutFor(terminal)));
  const wrong = records.filter(isWrong).length;
  await write(terminal.out, `${counted(records.length)} checked, ${differing(wrong)}.\n`);
  if (wrong > 0)
    throw new Failure(`Of ${counted(records.length)}, ${differing(wrong)} from what was signed.`);
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
      hash: sha256,
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
