import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addDays, localCalendarDate } from '../../src/core/calendar/calendar-date.ts';
import { readReportBytes } from '../../src/pdf/read-report-bytes.ts';
import { sampleDays, yearStart } from '../fixtures/sample/days.ts';
import { sampleCopy } from '../host/sample.ts';

/** What the vendor's new report expects of us, in its own words, and what last year's review mapped it to. */
export interface LastYearsMapping {
  readonly control: string;
  readonly ourControl: string;
}

const OUR_CONTROL = 'AC-3 Access lists';

/**
 * Fills a folder with the sample repository in which the review of one vendor, Hudson Meridian, is overdue: it was
 * last reviewed four hundred days ago, when one of its user controls was mapped and a follow-up was left open.
 */
export async function overdueVendor(folder: string): Promise<LastYearsMapping> {
  await sampleCopy(folder);
  const today = localCalendarDate(new Date());
  const { meridianix: end } = sampleDays(today);
  const lastEnd = addDays(yearStart(end), -1);
  const report = await readFile(join(folder, `vendors/hudson-meridian/SOC2-Type2-${end}.pdf`));
  const reading = await readReportBytes(new Uint8Array(report), { depth: 'full', cMapFolder: null });
  const control = reading.userControls[0]?.text;
  if (control === undefined) throw new Error('The new report names no user control.');
  const review = join(folder, `reviews/hudson-meridian/${lastEnd}-soc-2-type-2.md`);
  const record = (await readFile(review, 'utf8'))
    .replace(/^reviewed: .*$/m, `reviewed: ${addDays(today, -400)}`)
    .replace(/^## [^]*/m, '');
  const body = `## Complementary user entity controls

| No. | Control | Our control | Owner | Status |
| - | - | - | - | - |
| 1 | ${control} | ${OUR_CONTROL} | Dana | mapped |

## Open follow-ups

- [ ] ask for the corrective action plan
- [x] call the vendor
`;
  await writeFile(review, `${record}${body}`);
  return { control, ourControl: OUR_CONTROL };
}
