import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { calendarDate } from '../../../src/core/calendar/calendar-date.ts';
import { HumanFiles } from '../../../src/core/library/human-files.ts';
import { MemoryFiles } from './memory-ports.ts';

const PATH = 'reviews/northlake/2026.md';
const review = (reviewed: string): string =>
  `---\nvendor: Northlake\nreviewer: Dana Petit\nreviewed: ${reviewed}\nconclusion: acceptable\n---\n`;

function filesOn(today: { day: string } | undefined) {
  const files = new MemoryFiles().write(PATH, review('2026-11-22'));
  const human = new HumanFiles(
    files,
    'vendors.yaml',
    today === undefined ? undefined : () => calendarDate(today.day),
  );
  const { signal } = new AbortController();
  const states = async (): Promise<readonly [string, number | undefined][]> => {
    const { reviews } = await files.list(signal);
    await human.readReviews(reviews, signal);
    return human.reviews.map(({ state, problems }) => [state, problems[0]?.line]);
  };
  return { files, human, states };
}

describe('a review that is dated in the future', () => {
  it('is an error at its line, not a review', async () => {
    assert.deepEqual(await filesOn({ day: '2026-11-21' }).states(), [['invalid', 4]]);
    assert.deepEqual(await filesOn({ day: '2026-11-22' }).states(), [['completed', undefined]]);
  });

  it('is judged anew on the next day, though its file has not changed', async () => {
    const today = { day: '2026-11-21' };
    const { states } = filesOn(today);
    assert.deepEqual(await states(), [['invalid', 4]]);
    today.day = '2026-11-22';
    assert.deepEqual(await states(), [['completed', undefined]]);
  });

  it('is taken as it is by whoever does not know the day', async () => {
    assert.deepEqual(await filesOn(undefined).states(), [['completed', undefined]]);
  });

  it('that is settled is not read again', async () => {
    const today = { day: '2026-11-22' };
    const { human, states } = filesOn(today);
    await states();
    const [before] = human.reviews;
    today.day = '2026-11-23';
    await states();
    assert.equal(human.reviews[0], before);
  });
});
