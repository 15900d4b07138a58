import { launchChromium } from './chromium.ts';
import { projectRoot } from './places.ts';
import { VsCodeServer } from './vscode-server.ts';

export interface HostRun {
  /** What the window shows: the path of a folder or of a workspace file. */
  readonly open: { readonly folder: string } | { readonly workspace: string };
  /** The path of a CommonJS module, whose `run()` the extension host calls. */
  readonly module: string;
  /** Added to the environment of the extension host. */
  readonly env: Readonly<Record<string, string>>;
  /** Added to the settings of the window. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** How long it may take, in milliseconds. */
  readonly deadline: number;
}

/** Why a module did not come to its end, with the last messages of the workbench. */
export interface Unfinished {
  readonly reason: string;
  readonly lastMessages: readonly string[];
}

/**
 * Opens a window of the VS Code server on the extension as it was built last, and has a module run in its extension
 * host. Resolves when that has come to its end, and else with why it has not.
 */
export async function inExtensionHost({
  open,
  module,
  env,
  settings = {},
  deadline,
}: HostRun): Promise<Unfinished | undefined> {
  await using server = await VsCodeServer.start({ testDriver: true, env, settings });
  await using browser = await launchChromium();
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  const noise: string[] = [];
  page.on('console', (message) => noise.push(message.text()));
  const exited = new Promise<void>((resolve) => {
    void page.exposeFunction('codeAutomationExit', () => {
      resolve();
    });
  });
  await page.exposeFunction('codeAutomationLog', (_type: string, args: unknown[]) => {
    noise.push(args.map(String).join(' '));
  });
  const remote = (path: string): string => `vscode-remote://${server.authority}${path}`;
  await page.goto(
    server.address({
      ...open,
      payload: JSON.stringify([
        ['extensionDevelopmentPath', remote(projectRoot)],
        ['extensionTestsPath', remote(module)],
        ['skipWelcome', 'true'],
        ['skipReleaseNotes', 'true'],
      ]),
    }),
  );
  const reason = await Promise.race([
    exited.then(() => undefined),
    server.ended().then(() => 'the VS Code server ended'),
    new Promise<string>((resolve) => {
      setTimeout(resolve, deadline, `they took longer than ${deadline / 60_000} minutes`).unref();
    }),
  ]);
  return reason === undefined ? undefined : { reason, lastMessages: noise.slice(-30) };
}
