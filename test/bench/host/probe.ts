import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import * as vscode from 'vscode';
import type * as Extension from '../../../src/extension/extension.ts';
import { FIGURES_FILE, type HostFigures } from './protocol.ts';
import { measuring, type Spent } from './spent.ts';
import { StallWatch } from './stall-watch.ts';

const EXTENSION = 'soc-review-tracker.soc-review-tracker';
/** The host is at rest when nothing has kept it for longer than this, so long. */
const REST = { longest: 20, during: 2000, patience: 60_000 };

type Module = Pick<typeof Extension, 'activate'>;

/** What the extension host runs: starts the extension, has it index the folder with its views open, and looks on. */
export async function run(): Promise<void> {
  const extension = vscode.extensions.getExtension<Extension.TestApi>(EXTENSION);
  if (extension === undefined) throw new Error('The extension is not there.');
  if (extension.isActive) throw new Error('The extension was started before it could be measured.');
  const started = timed(extension.extensionPath);
  const api = await extension.activate();
  await rest();
  const megabytesAtRest = process.memoryUsage.rss() / 2 ** 20;
  const watch = new StallWatch();
  const sinceBegun = measuring();
  await vscode.commands.executeCommand('workbench.view.extension.socReview');
  const indexed = api.whenIndexed();
  while (!api.isKnown()) await wait(10);
  const firstTree = sinceBegun();
  await indexed;
  const index = sinceBegun();
  // The views follow the last change after a moment.
  await wait(1000);
  const figures: HostFigures = {
    load: started.load,
    activate: started.activate(),
    firstTree,
    index,
    documents: api.snapshots().reduce((sum, { documents }) => sum + documents.length, 0),
    stall: watch.end(),
    megabytesAtRest,
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
  };
  writeFileSync(process.env[FIGURES_FILE]!, JSON.stringify(figures));
}

/** Loads the extension's bundle as the host will, and puts a watch around its `activate`. */
function timed(folder: string): { readonly load: Spent; readonly activate: () => Spent } {
  const load = createRequire(__filename);
  const path = join(folder, 'dist', 'extension.cjs');
  const sinceLoading = measuring();
  const module = load(path) as Module;
  const loaded = sinceLoading();
  let spent: Spent = { clock: NaN, processor: NaN };
  const activate: Module['activate'] = (context) => {
    const sinceActivating = measuring();
    const api = module.activate(context);
    spent = sinceActivating();
    return api;
  };
  load.cache[path]!.exports = { ...module, activate };
  return { load: loaded, activate: () => spent };
}

/** Waits until the editor has started everything else. */
async function rest(): Promise<void> {
  const end = performance.now() + REST.patience;
  do {
    const watch = new StallWatch();
    await wait(REST.during);
    if (watch.end().processor <= REST.longest) return;
  } while (performance.now() < end);
}
