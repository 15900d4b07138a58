import { existsSync } from 'node:fs';
import { onPath, wellKnownPaths } from './find-program.ts';
import { PlainError } from './plain-error.ts';

/**
 * The installed desktop VS Code that VSCODE_EXECUTABLE names, else undefined.
 * @throws {PlainError} when it names nothing that is there.
 */
export function namedDesktopVsCode(): string | undefined {
  const named = process.env['VSCODE_EXECUTABLE'];
  if (named === undefined || named === '') return undefined;
  if (existsSync(named)) return named;
  throw new PlainError(`VSCODE_EXECUTABLE names ${named}, which is not there.`);
}

/** The desktop VS Code of this machine, named or found where its installers put it; undefined when there is none. */
export function desktopVsCode(): string | undefined {
  const usual = wellKnownPaths({
    mac: ['Visual Studio Code.app/Contents/Resources/app/bin/code'],
    windows: ['Microsoft VS Code/Code.exe', 'Programs/Microsoft VS Code/Code.exe'],
  });
  return namedDesktopVsCode() ?? [...onPath(['code', 'code-insiders', 'codium']), ...usual].find(existsSync);
}
