import { PlainError } from '../host/plain-error.ts';
import { megabytes } from './megabytes.ts';
import type { ShownReport } from './viewer-stand.ts';

/** More than at the first page, besides the bytes of the file: bounded, however long the report is. */
const MOST_HELD = 400_000_000;
/** After so many pages it is looked. */
const STEP = 250;

interface Held {
  readonly page: number;
  readonly process: number;
  readonly pictures: number;
  /** Bytes of the file that were read, all of which pdf.js keeps. */
  readonly file: number;
}

/**
 * Reads every page as a reader does who waits until it is painted, and says what that costs in memory.
 * @returns whether it stays within bounds
 */
export async function printMemory(shown: ShownReport, pages: number): Promise<boolean> {
  await shown.leaveNetwork();
  const look = async (page: number): Promise<Held> => ({
    page,
    ...(await shown.memory()),
    file: await shown.bytesRead(),
  });
  const before = await look(1);
  const held: Held[] = [];
  for (let page = 1; page <= pages; page++) {
    const { highlight } = await shown.reveal({ page, quote: `Section ${page} of the description` });
    if (highlight !== 'exact') throw new PlainError(`Page ${page} was not painted.`);
    if (page % STEP === 0) held.push(await look(page));
  }
  await shown.close();
  const beside = ({ process, file }: Held): number => process - file;
  const places = held.map((one) => `${megabytes(beside(one))} at page ${one.page}`).join(', ');
  console.log(
    `Reading through ${pages} pages, each painted: besides the bytes of the file that were read, the viewer’s process ` +
      `holds ${megabytes(beside(before))} MB at the first page, ${places}; painted pages are ` +
      `${megabytes(Math.max(...held.map(({ pictures }) => pictures)))} MB of it at most. With the ` +
      `${megabytes(held.at(-1)?.file ?? NaN)} MB of the file it is ${megabytes(held.at(-1)?.process ?? NaN)} MB in the end.`,
  );
  return Math.max(...held.map(beside)) <= beside(before) + MOST_HELD;
}
