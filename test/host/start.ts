import { createHash, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { startArguments } from './arguments.ts';
import { build } from './build.ts';
import { lastWords } from './child.ts';
import { installPackagedExtension } from './install-extension.ts';
import { hasDesktop, openBrowser } from './open-browser.ts';
import { hostFolder } from './places.ts';
import { preferredPort, requirePort } from './ports.ts';
import { trySample } from './sample.ts';
import { stopOnSignal } from './signals.ts';
import { VsCodeServer } from './vscode-server.ts';

/** Kept between starts where possible, since a browser remembers open editors by address. */
const usualPort = 8640;

/** `npm start [-- FOLDER] [--port N]`: the workbench with the extension, on the sample or on one's own folder. */
export async function main(): Promise<number> {
  const { folder: ownFolder, port } = startArguments(process.argv.slice(2));
  const chosenPort = port === undefined ? await preferredPort(usualPort) : await requirePort(port);
  console.log('Building …');
  await build('production');
  const folder = ownFolder ?? (await trySample());
  const place = join(hostFolder, 'start', placeName(folder));
  console.log('Packing and installing the extension …');
  const extensionsFolder = await installPackagedExtension(join(place, 'extensions'));
  console.log('Starting the workbench …');
  const server = await VsCodeServer.start({
    port: chosenPort,
    dataFolder: join(place, 'data'),
    extensionsFolder,
    defaultFolder: folder,
    // The workbench has a terminal: only whoever sees this address may use it.
    connectionToken: randomBytes(12).toString('hex'),
  });
  let stopping = false;
  stopOnSignal(async () => {
    stopping = true;
    console.log('\nStopping …');
    await server.stop();
  });
  const address = server.address();
  console.log(
    [
      '',
      '  SOC Review Tracker is running.',
      '',
      `    Open     ${address}`,
      `    Folder   ${folder}${ownFolder === undefined ? '   (generated sample; may be changed and deleted)' : ''}`,
      '',
      '  The vendors are behind the SOC Review icon in the activity bar on the left.',
      '  Stop with Ctrl-C.',
      '',
    ].join('\n'),
  );
  if (hasDesktop()) openBrowser(address);
  await server.ended();
  if (stopping) return 130;
  console.error(`The workbench ended by itself. Its last words:\n${lastWords(server.log)}`);
  return 1;
}

/** One place for each folder, so that two workbenches don't share their data. */
function placeName(folder: string): string {
  return createHash('sha256').update(folder).digest('hex').slice(0, 12);
}
