import { delimiter, join } from 'node:path';

/** Where programs with these names may lie on the PATH, in the order in which a shell looks. */
export function onPath(names: readonly string[]): string[] {
  const endings = process.platform === 'win32' ? ['.exe', '.cmd'] : [''];
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return names.flatMap((name) =>
    folders.flatMap((folder) => endings.map((ending) => join(folder, name + ending))),
  );
}

/** Where installers put programs that they don't put on the PATH. */
export interface InstalledAs {
  /** Below /Applications or ~/Applications, on macOS. */
  readonly mac: readonly string[];
  /** Below Program Files or the user's local programs, on Windows. */
  readonly windows: readonly string[];
}

/** The paths that a program's installers use on this platform, whether something is there or not. */
export function wellKnownPaths({ mac, windows }: InstalledAs): string[] {
  if (process.platform === 'darwin') {
    const homes = ['/', process.env['HOME'] ?? '/'];
    return mac.flatMap((path) => homes.map((home) => join(home, 'Applications', path)));
  }
  if (process.platform === 'win32') {
    const variables = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'];
    const roots = variables.flatMap((name) => process.env[name] ?? []);
    return windows.flatMap((path) => roots.map((root) => join(root, path)));
  }
  return [];
}
