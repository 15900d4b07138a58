/** Settings that keep the workbench quiet: nothing opens, asks, reports, updates or animates by itself. */
export const quietSettings: Readonly<Record<string, unknown>> = {
  'workbench.colorTheme': 'Default Light Modern',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.enableExperiments': false,
  'workbench.reduceMotion': 'on',
  'window.autoDetectColorScheme': false,
  'chat.disableAIFeatures': true,
  'chat.commandCenter.enabled': false,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'update.showReleaseNotes': false,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'git.openRepositoryInParentFolders': 'never',
  'git.autofetch': false,
  'npm.autoDetect': 'off',
  'typescript.disableAutomaticTypeAcquisition': true,
};

/** The built-in colour themes that pictures and checks are made in: setting, name in the picker, CSS class. */
export const themes = {
  light: { id: 'Default Light Modern', label: 'Light Modern', kind: 'vs' },
  dark: { id: 'Default Dark Modern', label: 'Dark Modern', kind: 'vs-dark' },
  'high contrast': { id: 'Default High Contrast', label: 'Dark High Contrast', kind: 'hc-black' },
} as const;

export type ThemeName = keyof typeof themes;
