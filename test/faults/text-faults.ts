import { calendarDate } from '../../src/core/calendar/calendar-date.ts';
import { addVendor, setVendorField } from '../../src/core/register/edit-register.ts';
import { parseRegister } from '../../src/core/register/parse-register.ts';
import { UneditableError } from '../../src/core/register/yaml-edit.ts';
import { setReviewFields } from '../../src/core/review/edit-review.ts';
import { parseReview } from '../../src/core/review/parse-review.ts';
import type { Random } from '../fixtures/random.ts';
import { sampleRegister } from '../fixtures/sample/register.ts';
import { sampleReviews } from '../fixtures/sample/reviews.ts';
import { broken, type Fault } from './fault.ts';

const TODAY = calendarDate('2026-11-21');
const REGISTER = sampleRegister(TODAY);
const REVIEWS = sampleReviews(TODAY, () => '0'.repeat(64)).map(({ text }) => text);

/** The text with a stretch of lines in two versions, as git leaves it. */
function withConflict(text: string, random: Random): { conflicted: string; from: number; to: number } {
  const lines = text.split('\n');
  const from = random.int(0, lines.length - 2);
  const to = Math.min(lines.length - 1, from + random.int(1, 6));
  const ours = lines.slice(from, to);
  const theirs = ours.map((line) => line.replace(/\w+$/, 'other'));
  const base = random.chance(0.3) ? ['||||||| base', ...ours] : [];
  const conflict = ['<<<<<<< HEAD', ...ours, ...base, '=======', ...theirs, '>>>>>>> branch'];
  return { conflicted: lines.toSpliced(from, to - from, ...conflict).join('\n'), from, to };
}

const isRefused = (edit: () => string): boolean => {
  try {
    edit();
    return false;
  } catch (error) {
    return error instanceof UneditableError && error.message !== '';
  }
};

const mentions = (problems: readonly { message: string }[]): boolean =>
  problems.some(({ message }) => message.startsWith('Merge conflict'));

export const textFaults: readonly Fault[] = [
  {
    name: 'merge conflict marks in the register',
    cases: 500,
    run: (random) => {
      const { conflicted, from, to } = withConflict(REGISTER, random);
      const { problems, vendors } = parseRegister(conflicted);
      const cut = REGISTER.split('\n').slice(from, to).join('\n');
      const untouched = parseRegister(REGISTER).vendors.filter(({ name }) => !cut.includes(name));
      const kept = new Set(vendors.map(({ name }) => name));
      return Promise.resolve(
        broken({
          'the conflict is named': mentions(problems),
          'the vendors outside of it are there': untouched.every(({ name }) => kept.has(name)),
          'nothing is added to it': isRefused(() => addVendor(conflicted, { name: 'Newcomer' })),
          'nothing in it is changed': isRefused(() =>
            setVendorField(conflicted, vendors[0]?.name ?? '', 'owner', 'x'),
          ),
        }),
      );
    },
  },
  {
    name: 'merge conflict marks in a review',
    cases: 500,
    run: (random) => {
      const { conflicted } = withConflict(random.pick(REVIEWS), random);
      const review = parseReview('reviews/a/1.md', conflicted, TODAY);
      return Promise.resolve(
        broken({
          'the conflict is named': mentions(review.problems),
          'it does not count as a review': review.state === 'invalid',
          'nothing in it is changed': isRefused(() => setReviewFields(conflicted, { reviewer: 'Dana' })),
        }),
      );
    },
  },
];
