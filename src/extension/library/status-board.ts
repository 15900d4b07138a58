import * as vscode from 'vscode';
import type { CalendarDate } from '../../core/calendar/calendar-date.ts';
import type { LibrarySnapshot } from '../../core/library/snapshot.ts';
import { dossierOnDay } from '../../core/standing/dossier-on-day.ts';
import { keepStandings } from '../../core/standing/keep-standings.ts';
import { portfolioOn } from '../../core/standing/portfolio.ts';
import { standingOn } from '../../core/standing/standing-on.ts';
import { Disposables, type Disposable } from '../disposables.ts';
import { readersLanguage } from '../language.ts';
import type { FolderStatus, VendorStatus } from '../tree/node.ts';
import type { Libraries } from './libraries.ts';
import type { StatusDate } from './status-date.ts';

/** What everybody shows: each folder's library as it stands on a day. Computed when asked for, kept until it changes. */
export class StatusBoard implements Disposable {
  readonly #libraries: Libraries;
  readonly #date: StatusDate;
  readonly #owned = new Disposables();
  readonly #changed = this.#owned.add(new vscode.EventEmitter<void>());
  readonly #standingOf = keepStandings((dossier, policy, asOf) =>
    standingOn(dossier, policy, asOf, readersLanguage),
  );
  #kept = new Map<LibrarySnapshot, Map<CalendarDate, FolderStatus>>();

  readonly onDidChange = this.#changed.event;

  constructor(libraries: Libraries, date: StatusDate) {
    this.#libraries = libraries;
    this.#date = date;
    this.#owned.add(
      libraries.onDidChange(() => {
        this.#change();
      }),
    );
    this.#owned.add(
      date.onDidChange(() => {
        this.#change();
      }),
    );
  }

  /** As it stands on the day that the views show. */
  get shown(): readonly FolderStatus[] {
    return this.#on(this.#date.shown);
  }

  get today(): readonly FolderStatus[] {
    return this.#on(this.#date.today);
  }

  /** Today's state as soon as something is known: at once, or when the first reading has ended. */
  async whenKnown(): Promise<readonly FolderStatus[]> {
    this.#libraries.start();
    if (this.#libraries.state !== 'ready') await this.#libraries.whenIndexed();
    return this.today;
  }

  dispose(): void {
    this.#owned.dispose();
  }

  #on(day: CalendarDate): readonly FolderStatus[] {
    return this.#libraries.all.map(({ folder, snapshot, isComplete }) => {
      const days = this.#kept.get(snapshot) ?? new Map<CalendarDate, FolderStatus>();
      this.#kept.set(snapshot, days);
      const kept = days.get(day);
      if (kept !== undefined) return kept;
      const status: FolderStatus = {
        folder: { uri: folder.uri.toString(), name: folder.name },
        snapshot,
        asOf: day,
        vendors: isComplete
          ? this.#vendorsOn(snapshot, day)
          : snapshot.dossiers.map((dossier) => ({ dossier, standing: null })),
      };
      days.set(day, status);
      return status;
    });
  }

  /** Of a past day only what existed then is shown; of today and later days everything that there is. */
  #vendorsOn(snapshot: LibrarySnapshot, day: CalendarDate): readonly VendorStatus[] {
    const vendors = portfolioOn(snapshot, day, this.#standingOf);
    if (day >= this.#date.today) return vendors;
    return vendors.map(({ dossier, standing }) => ({ dossier: dossierOnDay(dossier, day), standing }));
  }

  #change(): void {
    this.#kept = new Map();
    this.#changed.fire();
  }
}
