import { spawnSync } from 'node:child_process';
import { PlainError } from './plain-error.ts';

/** The package that brings a shared library, in Debian/Ubuntu and in Fedora/RHEL. */
const packages: readonly (readonly [RegExp, string, string])[] = [
  [/^lib(nss3|nssutil3|smime3|ssl3)\.so/, 'libnss3', 'nss'],
  [/^lib(nspr4|plc4|plds4)\.so/, 'libnspr4', 'nspr'],
  [/^libexpat\.so/, 'libexpat1', 'expat'],
  [/^libgcc_s\.so/, 'libgcc-s1', 'libgcc'],
  [/^libatk-1\.0\.so/, 'libatk1.0-0', 'atk'],
  [/^libatk-bridge-2\.0\.so/, 'libatk-bridge2.0-0', 'at-spi2-atk'],
  [/^libcups\.so/, 'libcups2', 'cups-libs'],
  [/^libdbus-1\.so/, 'libdbus-1-3', 'dbus-libs'],
  [/^libgbm\.so/, 'libgbm1', 'mesa-libgbm'],
  [/^libasound\.so/, 'libasound2', 'alsa-lib'],
  [/^libxkbcommon\.so/, 'libxkbcommon0', 'libxkbcommon'],
];

/** The missing libraries in the output of `ldd`, e.g. `libnss3.so`. */
export function missingLibraries(lddOutput: string): string[] {
  return [...lddOutput.matchAll(/^\s*(\S+) => not found/gmu)].map((match) => match[1]!);
}

/** Asks the dynamic loader which shared libraries an executable lacks. Empty where there is no `ldd` to ask. */
export function librariesMissingFor(executable: string, env: NodeJS.ProcessEnv): string[] {
  const { stdout } = spawnSync('ldd', [executable], { encoding: 'utf8', env });
  return missingLibraries(stdout ?? '');
}

/** Says which libraries Chromium lacks and what installs them. */
export function missingLibrariesError(libraries: readonly string[]): PlainError {
  const known = packages.filter(([pattern]) => libraries.some((library) => pattern.test(library)));
  const debian = known.map(([, name]) => name).join(' ');
  const fedora = known.map(([, , name]) => name).join(' ');
  return new PlainError(
    [
      `Chromium can't start on this machine: ${libraries.length === 1 ? 'a shared library is' : 'shared libraries are'} missing: ${libraries.join(', ')}.`,
      ...(known.length > 0
        ? [
            `  Debian, Ubuntu:  sudo apt-get install ${debian}`,
            `  Fedora, RHEL:    sudo dnf install ${fedora}`,
          ]
        : []),
      `Or install a browser (Chromium or Chrome), or name one in the environment variable CHROMIUM_PATH.`,
    ].join('\n'),
  );
}
