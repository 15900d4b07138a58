import { isDatedAhead } from '../../core/review/review.ts';
import type { Disposable } from '../disposables.ts';
import type { Libraries } from './libraries.ts';
import type { StatusDate } from './status-date.ts';

/** Looks again at midnight when there is a review that was dated in the future: on its day it is one. */
export function newDay(date: StatusDate, libraries: Libraries): Disposable {
  let { today } = date;
  return date.onDidChange(() => {
    if (date.today === today) return;
    ({ today } = date);
    const isWaiting = libraries.all.some(({ snapshot }) => snapshot.reviews.some(isDatedAhead));
    if (isWaiting) void libraries.refresh();
  });
}
