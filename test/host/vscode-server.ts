import { spawn, type ChildProcess } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { lastWords } from './child.ts';
import { installVsCodeServer, noGallery } from './install-vscode-server.ts';
import { addEmptyLanguagePack } from './language-pack.ts';
import { PlainError } from './plain-error.ts';
import { freePort, localHost, requirePort } from './ports.ts';
import { quietSettings } from './workbench-settings.ts';

const startDeadline = 60_000;
const stopGrace = 3_000;

export interface ServerOptions {
  /** The port to listen on; a free one when left out. */
  readonly port?: number;
  /** Where the server keeps its data; a temporary folder, removed on stop, when left out. */
  readonly dataFolder?: string;
  /** Where extensions are installed; inside the data folder when left out. */
  readonly extensionsFolder?: string;
  /** Opened when the address names no folder. */
  readonly defaultFolder?: string;
  /** A secret that the address must carry. Without it anybody on this machine can use the workbench. */
  readonly connectionToken?: string;
  /** Lets the address load an extension under development and its tests. For tests only. */
  readonly testDriver?: boolean;
  /** Added to the environment of the server and of its extension hosts. */
  readonly env?: Readonly<Record<string, string>>;
  /** The language that it speaks to extensions, "de"; English when left out. */
  readonly language?: string;
  /** Opens folders in restricted mode, as people do who don't trust them yet. */
  readonly untrusted?: boolean;
  /** The URL of a module that is loaded first in the server, its extension hosts and their threads. */
  readonly preload?: string;
  /** Added to the quiet settings. */
  readonly settings?: Readonly<Record<string, unknown>>;
}

/** A VS Code server that runs as a child of this process and ends with it, whatever happens. */
export class VsCodeServer {
  readonly port: number;
  readonly #child: ChildProcess;
  readonly #temporaryFolder: string | undefined;
  readonly #token: string | undefined;
  readonly #killNow = (): void => {
    this.#signal('SIGKILL');
  };
  #log = '';

  private constructor(
    child: ChildProcess,
    port: number,
    temporaryFolder: string | undefined,
    token: string | undefined,
  ) {
    this.#child = child;
    this.port = port;
    this.#temporaryFolder = temporaryFolder;
    this.#token = token;
    const collect = (chunk: Buffer): void => {
      this.#log += chunk.toString();
    };
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
    process.once('exit', this.#killNow);
  }

  /**
   * Starts a server and waits until it answers.
   * @throws {PlainError} when the port is taken or the server doesn't come up, with its last words.
   */
  static async start(options: ServerOptions = {}): Promise<VsCodeServer> {
    const folder = await installVsCodeServer();
    const port = options.port === undefined ? await freePort() : await requirePort(options.port);
    const temporary =
      options.dataFolder === undefined ? await mkdtemp(join(tmpdir(), 'soc-review-server-')) : undefined;
    const dataFolder = options.dataFolder ?? temporary!;
    await writeSettings(dataFolder, { ...quietSettings, ...options.settings });
    if (options.language !== undefined) {
      await addEmptyLanguagePack(join(dataFolder, 'data'), options.language);
    }
    const child = spawn(
      process.execPath,
      [
        '--import',
        pathToFileURL(join(import.meta.dirname, 'exit-with-parent.mjs')).href,
        ...(options.preload === undefined ? [] : ['--import', options.preload]),
        join(folder, 'out', 'server-main.js'),
        ...serverArguments(options, port, dataFolder),
      ],
      {
        // A group of its own, so that everything it starts can be ended with it.
        detached: true,
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
        env: {
          ...process.env,
          ...options.env,
          SOC_REVIEW_HOST_PARENT: String(process.pid),
          ...noGallery,
        },
      },
    );
    const server = new VsCodeServer(child, port, temporary, options.connectionToken);
    try {
      await server.#answers();
    } catch (error) {
      await server.stop();
      throw error;
    }
    return server;
  }

  /** `127.0.0.1:PORT`, as it stands in the address bar. */
  get authority(): string {
    return `${localHost}:${this.port}`;
  }

  /** The workbench's address, on a folder when one is given. */
  address(query: Readonly<Record<string, string>> = {}): string {
    const parameters = new URLSearchParams(query);
    if (this.#token !== undefined) parameters.set('tkn', this.#token);
    const text = parameters.toString();
    return `http://${this.authority}/${text === '' ? '' : `?${text}`}`;
  }

  /** What the server printed so far. */
  get log(): string {
    return this.#log;
  }

  /** Resolves when the server has ended, by itself or not. */
  async ended(): Promise<void> {
    if (this.#hasEnded()) return;
    await new Promise((resolve) => this.#child.once('close', resolve));
  }

  /** Ends the server and everything it started, and removes its temporary folder. May be called twice. */
  async stop(): Promise<void> {
    this.#signal('SIGTERM');
    const kill = setTimeout(this.#killNow, stopGrace);
    await this.ended();
    clearTimeout(kill);
    // Its extension hosts may outlive it for a moment, and would write into the folder being removed.
    this.#killNow();
    process.off('exit', this.#killNow);
    if (this.#temporaryFolder !== undefined) {
      await rm(this.#temporaryFolder, { recursive: true, force: true, maxRetries: 5 });
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop();
  }

  #hasEnded(): boolean {
    return this.#child.exitCode !== null || this.#child.signalCode !== null || this.#child.pid === undefined;
  }

  #signal(signal: NodeJS.Signals): void {
    if (this.#child.pid === undefined) return;
    try {
      process.kill(-this.#child.pid, signal);
    } catch {
      // The whole group has ended already.
    }
  }

  async #answers(): Promise<void> {
    const deadline = performance.now() + startDeadline;
    while (performance.now() < deadline && !this.#hasEnded()) {
      try {
        // With a token the answer is a redirection that sets a cookie: just as alive.
        const { status } = await fetch(this.address(), { redirect: 'manual' });
        if (status < 400) return;
      } catch {
        // Not listening yet.
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new PlainError(
      `The VS Code server did not come up${this.#hasEnded() ? '' : ` within ${startDeadline / 1000} s`}. ` +
        `Its last words:\n${lastWords(this.#log)}`,
    );
  }
}

function serverArguments(options: ServerOptions, port: number, dataFolder: string): string[] {
  return [
    ...['--host', localHost, '--port', String(port)],
    ...['--server-data-dir', dataFolder],
    ...['--extensions-dir', options.extensionsFolder ?? join(dataFolder, 'extensions')],
    ...['--telemetry-level', 'off'],
    '--accept-server-license-terms',
    ...(options.untrusted === true ? [] : ['--disable-workspace-trust']),
    ...(options.language === undefined ? [] : ['--locale', options.language]),
    ...(options.defaultFolder === undefined ? [] : ['--default-folder', options.defaultFolder]),
    ...(options.testDriver === true ? ['--enable-smoke-test-driver'] : []),
    ...(options.connectionToken === undefined
      ? ['--without-connection-token']
      : ['--connection-token', options.connectionToken]),
  ];
}

async function writeSettings(dataFolder: string, settings: Readonly<Record<string, unknown>>): Promise<void> {
  const folder = join(dataFolder, 'data', 'User');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'settings.json'), `${JSON.stringify(settings, undefined, 2)}\n`);
}
