import type { CalendarDate } from '../../src/core/calendar/calendar-date.ts';
import { inventCase, inventUserControls } from '../fixtures/documents/invent.ts';
import { composeReport } from '../fixtures/documents/soc-report.ts';
import { seededRandom } from '../fixtures/random.ts';
import { meridian } from '../fixtures/styles/meridian.ts';
import { pdfkitProducer } from '../fixtures/typeset/pdfkit-producer.ts';

/** Rows of tests that make about 150 pages, with everything around them. */
const TESTS = 1_700;
/** More of both than most reports have. */
const EXCEPTIONS = 40;
const USER_CONTROLS = 25;

/** A SOC 2 Type 2 report of about 150 pages; the same vendor's for every end of the period. */
export async function longReport(end: CalendarDate): Promise<Uint8Array> {
  const random = seededRandom('long');
  const userControls = inventUserControls(random, 'soc2', USER_CONTROLS);
  const facts = inventCase(random, { seed: end, kind: 'soc2', type: 2, end, userControls }, 'american', {
    count: TESTS,
    exceptions: EXCEPTIONS,
    untested: 5,
    answered: 1,
  });
  const { pdf } = await pdfkitProducer(composeReport(facts, meridian, random, { length: 80 }));
  return pdf;
}
