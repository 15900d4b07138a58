import { calendarDate } from '../../../src/core/calendar/calendar-date.ts';
import type { Problem } from '../../../src/core/register/register.ts';
import { addAlias, addVendor, setVendorField } from '../../../src/core/register/edit-register.ts';
import { parseRegister } from '../../../src/core/register/parse-register.ts';
import { UneditableError } from '../../../src/core/register/yaml-edit.ts';
import { setReviewFields } from '../../../src/core/review/edit-review.ts';
import { findFrontMatter } from '../../../src/core/review/front-matter.ts';
import { parseReview } from '../../../src/core/review/parse-review.ts';
import type { Random } from '../../fixtures/random.ts';
import { sampleRegister } from '../../fixtures/sample/register.ts';
import { sampleReviews } from '../../fixtures/sample/reviews.ts';
import { mutateText } from '../mutate-text.ts';
import { OK, type Outcome } from '../target.ts';

const TODAY = calendarDate('2026-11-21');
const REGISTER = sampleRegister(TODAY);
const REVIEWS = sampleReviews(TODAY, () => '0'.repeat(64)).map(({ text }) => text);

/** The result of an edit; undefined where it was refused, in words for a person. */
function edited(edit: () => string): string | undefined {
  try {
    return edit();
  } catch (error) {
    if (error instanceof UneditableError) return undefined;
    throw error;
  }
}

/** True when everything of a text is still there, in its order, whatever was put between. */
function holds(result: string, text: string): boolean {
  let at = 0;
  for (const character of text.replace(/\s/g, '')) {
    at = result.indexOf(character, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

/** The Problems panel takes no place that isn't in the text. */
function misplaced(problems: readonly Problem[], text: string): string | undefined {
  const lines = text.split('\n').length;
  const wrong = problems.find(
    ({ line, column, endLine, endColumn, message }) =>
      message === '' ||
      ![line, column, endLine, endColumn].every((place) => Number.isInteger(place) && place >= 1) ||
      line > lines ||
      endLine < line ||
      (endLine === line && endColumn < column),
  );
  return wrong && JSON.stringify(wrong);
}

const lost = (detail: string): Outcome => ({ verdict: 'lost', detail });

/** Reads and edits a register. */
export function checkRegister(random: Random): Outcome {
  const text = mutateText(REGISTER, random);
  const { problems, vendors } = parseRegister(text);
  const wrong = misplaced(problems, text);
  if (wrong !== undefined) return { verdict: 'crash', detail: `a problem nowhere: ${wrong}` };
  const known = vendors[0]?.name ?? 'nobody';
  const edits = [
    () => addVendor(text, { name: 'Newcomer: "the" #1', tier: 'low', files: ['a/**'] }),
    () => addAlias(text, known, 'Another, Inc.'),
  ];
  for (const edit of edits) {
    const result = edited(edit);
    if (result !== undefined && !holds(result, text)) return lost('an addition took something away');
  }
  const owned = edited(() => setVendorField(text, known, 'owner', 'dana@example.com'));
  const kept = (entry: string): string[] => parseRegister(entry).vendors.map(({ name }) => name);
  if (owned !== undefined && kept(owned).join() !== kept(text).join())
    return lost('an edit took a vendor away');
  return OK;
}

/** Reads and edits a review. */
export function checkReview(random: Random): Outcome {
  const text = mutateText(random.pick(REVIEWS), random);
  const review = parseReview('reviews/a/1.md', text, TODAY);
  const wrong = misplaced(review.problems, text);
  if (wrong !== undefined) return { verdict: 'crash', detail: `a problem nowhere: ${wrong}` };
  if (review.state === 'completed' && /^(?:<{7}|>{7})/m.test(text)) return lost('completed within a merge');
  const result = edited(() =>
    setReviewFields(text, { reviewer: 'Dana', conclusion: 'acceptable', approver: null }),
  );
  const frontMatter = findFrontMatter(text);
  if (result === undefined || frontMatter === undefined) return OK;
  return result.endsWith(text.slice(frontMatter.bodyFrom))
    ? OK
    : lost('an edit of the record changed the body');
}
