import { posix } from 'node:path';
import * as vscode from 'vscode';
import type { ReadingLimits } from '../pdf/reading-limits.ts';
import type { SettingId } from './contributions.ts';
import { problemLevels, type ProblemLevels } from './problems/problem-levels.ts';

/** What a person can set for one workspace folder. Paths are relative to it, with forward slashes. */
export interface FolderSettings {
  readonly register: string;
  readonly reviewFolder: string;
  /** Glob patterns of what is not looked at: our own setting, and what the editor hides. */
  readonly exclude: readonly string[];
}

const SECTION = 'socReview';
const FOLDER_SETTINGS: readonly SettingId[] = [
  'socReview.register',
  'socReview.reviewFolder',
  'socReview.exclude',
  'socReview.cache',
];

function read<T>(id: SettingId, scope: vscode.ConfigurationScope | undefined, fallback: T): T {
  return vscode.workspace.getConfiguration(SECTION, scope).get(id.slice(SECTION.length + 1), fallback);
}

export function folderSettings(folder: vscode.WorkspaceFolder): FolderSettings {
  return {
    register: pathBelow(read('socReview.register', folder, ''), 'vendors.yaml'),
    reviewFolder: pathBelow(read('socReview.reviewFolder', folder, ''), 'reviews'),
    exclude: [...read<string[]>('socReview.exclude', folder, []), ...hiddenByEditor(folder)],
  };
}

/** The company's own template of reviews, below the folder; empty when none is set. */
export const templateSetting = (folder: vscode.Uri): string =>
  pathBelow(read('socReview.reviewTemplate', folder, ''), '');

const LIMIT_SETTINGS: readonly SettingId[] = [
  'socReview.limits.secondsPerFile',
  'socReview.limits.memoryPerFile',
  'socReview.limits.largestFile',
];

/** What reading one file may cost: the user's own decision, which no repository can make. */
export function readingLimits(defaults: ReadingLimits): ReadingLimits {
  const number = (id: SettingId, least: number, fallback: number): number => {
    const value: unknown = read<unknown>(id, undefined, fallback);
    return typeof value === 'number' && value >= least ? value : fallback;
  };
  return {
    fileTimeLimit: number('socReview.limits.secondsPerFile', 1, defaults.fileTimeLimit / 1000) * 1000,
    fileMemoryLimit: number('socReview.limits.memoryPerFile', 64, defaults.fileMemoryLimit),
    fileSizeLimit: number('socReview.limits.largestFile', 1, defaults.fileSizeLimit),
  };
}

/** Whether reports of a folder must not be committed. */
export const keepsReportsOutOfGit = (file: vscode.Uri): boolean =>
  read('socReview.keepReportsOutOfGit', file, false);

/** Whether what was read of reports may be kept on the disk. */
export const keepsCacheOnDisk = (): boolean =>
  read<string>('socReview.cache', undefined, 'disk') !== 'memory';

export const changesReadingLimits = (event: vscode.ConfigurationChangeEvent): boolean =>
  LIMIT_SETTINGS.some((id) => event.affectsConfiguration(id));

/** How loud problems are in a folder. */
export const problemLevelsSetting = (folder: vscode.Uri): ProblemLevels =>
  problemLevels(read<unknown>('socReview.problems', folder, undefined));

export const changesProblemLevels = (event: vscode.ConfigurationChangeEvent): boolean =>
  event.affectsConfiguration('socReview.problems' satisfies SettingId);

/** Whether standings stand above the entries of a register and of a review. */
export const showsLenses = (file: vscode.Uri): boolean => read('socReview.codeLens', file, true);

export const changesLenses = (event: vscode.ConfigurationChangeEvent): boolean =>
  event.affectsConfiguration('socReview.codeLens' satisfies SettingId);

/** Whether our editor opens the PDFs in the folders that hold reports, without being asked each time. */
export const opensReportsByDefault = (folder: vscode.WorkspaceFolder): boolean =>
  read('socReview.openReportsByDefault', folder, false);

/** The reviewer's name as set for a folder; empty when none is set. */
export const reviewerSetting = (folder: vscode.Uri): string => read('socReview.reviewer', folder, '').trim();

/** Keeps the reviewer's name, for all folders of this machine. */
export const keepReviewer = async (folder: vscode.Uri, name: string): Promise<void> => {
  await vscode.workspace
    .getConfiguration(SECTION, folder)
    .update('reviewer', name, vscode.ConfigurationTarget.Global);
};

export const changesFolderSettings = (
  event: vscode.ConfigurationChangeEvent,
  folder: vscode.WorkspaceFolder,
): boolean =>
  [...FOLDER_SETTINGS, ...LIMIT_SETTINGS, 'files.exclude'].some((id) =>
    event.affectsConfiguration(id, folder),
  );

/**
 * Patterns that `files.exclude` sets to true. Those that hang on a sibling file ("hide x.pdf beside x.tex") are not
 * taken over: a report is not left out because of its neighbour.
 */
function hiddenByEditor(folder: vscode.WorkspaceFolder): readonly string[] {
  const rules = vscode.workspace
    .getConfiguration('files', folder)
    .get<Record<string, unknown>>('exclude', {});
  return Object.entries(rules).flatMap(([pattern, rule]) => (rule === true ? [pattern] : []));
}

/** A path below the folder, normalised; `fallback` when the setting is empty or leads out of the folder. */
function pathBelow(path: string, fallback: string): string {
  const normal = posix.normalize(path.trim().replaceAll('\\', '/')).replace(/^\.?\/+|\/+$/g, '');
  return normal === '' || normal === '.' || normal === '..' || normal.startsWith('../') ? fallback : normal;
}
