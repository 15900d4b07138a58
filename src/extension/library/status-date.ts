import * as vscode from 'vscode';
import { localCalendarDate, type CalendarDate } from '../../core/calendar/calendar-date.ts';
import type { Disposable } from '../disposables.ts';

/** Asked instead of a timer to midnight: that one is wrong after the computer slept or the clock was set. */
const CLOCK_CHECK_MS = 30_000;

/** The day whose state the views show: today, as it moves on, or another day that somebody asked for. */
export class StatusDate implements Disposable {
  readonly #now: () => Date;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #clock: ReturnType<typeof setInterval>;
  #today: CalendarDate;
  #otherDay: CalendarDate | null = null;

  readonly onDidChange = this.#changed.event;

  constructor(now: () => Date = () => new Date()) {
    this.#now = now;
    this.#today = localCalendarDate(now());
    this.#clock = setInterval(() => {
      this.#checkClock();
    }, CLOCK_CHECK_MS);
  }

  get today(): CalendarDate {
    return this.#today;
  }

  /** The day that the views show. */
  get shown(): CalendarDate {
    return this.#otherDay ?? this.#today;
  }

  get isOtherDay(): boolean {
    return this.#otherDay !== null;
  }

  show(day: CalendarDate): void {
    this.#otherDay = day === this.#today ? null : day;
    this.#changed.fire();
  }

  backToToday(): void {
    if (!this.isOtherDay) return;
    this.#otherDay = null;
    this.#changed.fire();
  }

  dispose(): void {
    clearInterval(this.#clock);
    this.#changed.dispose();
  }

  #checkClock(): void {
    const today = localCalendarDate(this.#now());
    if (today === this.#today) return;
    this.#today = today;
    this.#changed.fire();
  }
}
