import { startArguments } from './arguments.ts';
import { build } from './build.ts';
import { lastWords, runChild } from './child.ts';
import { desktopVsCode } from './desktop-vscode.ts';
import { projectRoot } from './places.ts';
import { PlainError } from './plain-error.ts';
import { trySample } from './sample.ts';

/** `npm run start:desktop [-- FOLDER]`: a new window of the installed desktop VS Code, with the extension. */
export async function main(): Promise<number> {
  const { folder } = startArguments(process.argv.slice(2));
  const program = desktopVsCode();
  if (program === undefined) {
    throw new PlainError(
      'No desktop VS Code was found on this machine.\n' +
        'Install it (https://code.visualstudio.com), or name its program in the environment variable VSCODE_EXECUTABLE.\n' +
        'Or run "npm start", which brings its own VS Code and shows it in the browser.',
    );
  }
  console.log('Building …');
  await build();
  const opened = folder ?? (await trySample());
  const { status, output } = await runChild(program, [
    '--new-window',
    `--extensionDevelopmentPath=${projectRoot}`,
    opened,
  ]);
  if (status !== 0) throw new PlainError(`${program} did not start:\n${lastWords(output)}`);
  console.log(`VS Code opened ${opened}.`);
  return 0;
}
