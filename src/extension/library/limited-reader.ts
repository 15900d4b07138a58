import * as vscode from 'vscode';
import { DEFAULT_LIMITS } from '../../pdf/reading-limits.ts';
import { ReportReaderPool } from '../../pdf/report-reader-pool.ts';
import type { Disposables } from '../disposables.ts';
import { changesReadingLimits, readingLimits } from '../settings.ts';

/** The reader of PDFs, under the limits that the settings have now. Ends with its owner. */
export function limitedReader(workerScript: string, owner: Disposables): ReportReaderPool {
  const reader = owner.add(new ReportReaderPool({ workerScript, ...readingLimits(DEFAULT_LIMITS) }));
  owner.add(
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (changesReadingLimits(event)) reader.limit(readingLimits(DEFAULT_LIMITS));
    }),
  );
  return reader;
}
