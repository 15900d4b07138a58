import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { calendarDate } from '../../../src/core/calendar/calendar-date.ts';
import { readingSchema } from '../../../src/core/library/reading-schema.ts';
import { ReportReaderPool } from '../../../src/pdf/report-reader-pool.ts';
import { badFiles } from '../../fixtures/bad-files.ts';
import type { Random } from '../../fixtures/random.ts';
import { sampleFiles } from '../../fixtures/sample/reports.ts';
import { pdfkitProducer } from '../../fixtures/typeset/pdfkit-producer.ts';
import { zooPdfs } from '../../fixtures/zoo/index.ts';
import { onePage } from '../../fixtures/zoo/make-pdf.ts';
import { FONT, TEXT } from '../../fixtures/zoo/zoo-pdf.ts';
import { OK, type Outcome, type PreparedTarget } from '../target.ts';

const PROJECT = join(import.meta.dirname, '..', '..', '..');
/** Of the sample: one of each kind, and short ones, since long ones only make cases slower. */
const SAMPLES =
  /Bridge letter|ISO 27001|SSAE16 SOC1|mailharbor\/SOC 3|questionnaire|Certificate of insurance/;
/** Of the zoo: to change a place of theirs takes seconds, and shows nothing that smaller ones don't. */
const TOO_LARGE = /million objects|sixty megabytes/;
const LIMITS = { fileTimeLimit: 10_000, fileMemoryLimit: 256, fileSizeLimit: 16 };

type Seed = () => Promise<Uint8Array> | Uint8Array;

/**
 * Small files of every kind: reports, letters, locked ones, and those of the zoo. Each is made when a case first
 * takes it, so that a short run doesn't wait for all of them.
 */
async function seeds(): Promise<Seed[]> {
  const reports = sampleFiles(calendarDate('2026-11-21'))
    .filter(({ path }) => SAMPLES.test(path))
    .map(
      ({ model }) =>
        async () =>
          (await pdfkitProducer(model)).pdf,
    );
  const bad = (await badFiles())
    .filter(({ bytes }) => bytes.length > 0)
    .map(
      ({ bytes }) =>
        () =>
          bytes,
    );
  const zoo = zooPdfs
    .filter(({ what, fate }) => fate.pages !== undefined && fate.pages <= 3 && !TOO_LARGE.test(what))
    .map(({ make }) => make);
  return [() => onePage({ resources: FONT, content: TEXT }), ...reports, ...bad, ...zoo].map(onceOnly);
}

function onceOnly(make: Seed): Seed {
  let made: ReturnType<Seed> | undefined;
  return () => (made ??= make());
}

/** Reads PDFs that are changed so. */
export async function mutatedPdfs(
  mutate: (bytes: Uint8Array, random: Random) => Uint8Array<ArrayBuffer>,
): Promise<PreparedTarget> {
  const folder = await mkdtemp(join(tmpdir(), 'fuzz-'));
  await promisify(execFile)(process.execPath, ['esbuild.mjs', 'pdf-worker', '--outdir', folder], {
    cwd: PROJECT,
  });
  const pool = new ReportReaderPool({ workerScript: join(folder, 'pdf-worker.mjs'), threads: 1, ...LIMITS });
  const files = await seeds();
  return {
    run: async (random) => judge(pool, mutate(await random.pick(files)(), random)),
    close: async () => {
      await pool.dispose();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A file is lost that gives no reading, or one that can't be kept and shown. */
async function judge(pool: ReportReaderPool, bytes: Uint8Array<ArrayBuffer>): Promise<Outcome> {
  const reading = await pool.read(bytes, { depth: 'full' });
  const { success, error } = readingSchema.safeParse(JSON.parse(JSON.stringify(reading)));
  if (!success) return { verdict: 'lost', detail: error.message };
  const { kind, reason } = reading;
  if (kind === 'unreadable' && (reason ?? '') === '') return { verdict: 'lost', detail: 'no reason' };
  if (/made the reader fail/.test(reason ?? '')) return { verdict: 'crash', detail: reason ?? '' };
  if (/and was stopped/.test(reason ?? '')) return { verdict: 'stopped', detail: reason ?? '' };
  return OK;
}
