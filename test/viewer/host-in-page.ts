import type { OpenReport } from '../../src/webview/protocol.ts';

/** What the script below leaves in the page for tests to call. */
export interface StandHost {
  readonly stand: {
    /** Of the PDF, all together. */
    bytes: number;
    painted: { readonly milliseconds: number; readonly bytes: number } | null;
    /** From here bytes are read when it is there, and not from the network. */
    file: Blob | null;
    /** What the viewer told, by method, latest last. */
    readonly notices: { readonly method: string; readonly params: unknown }[];
    /** Asks the viewer, as the extension does. */
    request(method: string, params: unknown): Promise<unknown>;
    notify(method: string, params: unknown): void;
  };
}

/**
 * Runs in the page before the viewer does, and stands in for the extension: hands out the report and the bytes that
 * are asked for. Whole in itself, since its text is sent to the browser.
 */
export function hostInPage({ report, address }: { report: OpenReport; address: string }): void {
  interface Message {
    readonly kind: string;
    readonly id: number;
    readonly method: string;
    readonly params: { readonly begin: number; readonly end: number; readonly milliseconds: number };
    readonly result?: unknown;
    readonly message?: string;
  }
  const asked = new Map<number, { resolve(result: unknown): void; reject(error: Error): void }>();
  const post = (message: unknown): void => {
    window.postMessage(message, '*');
  };
  const stand: StandHost['stand'] = {
    bytes: 0,
    painted: null,
    file: null,
    notices: [],
    request: (method, params) =>
      new Promise((resolve, reject) => {
        const id = asked.size + 1;
        asked.set(id, { resolve, reject });
        post({ kind: 'request', id, method, params });
      }),
    notify: (method, params) => {
      post({ kind: 'notice', method, params });
    },
  };
  const askNetwork = (begin: number, end: number): Promise<Response> =>
    fetch(address, { headers: { Range: `bytes=${begin}-${end - 1}` } });
  const readRange = async (begin: number, end: number): Promise<Uint8Array> => {
    const source = stand.file?.slice(begin, end) ?? (await askNetwork(begin, end));
    const bytes = new Uint8Array(await source.arrayBuffer());
    stand.bytes += bytes.length;
    return bytes;
  };
  const hear = async ({ kind, id, method, params, result, message }: Message): Promise<void> => {
    if (kind === 'reply') asked.get(id)?.resolve(result);
    else if (kind === 'error') asked.get(id)?.reject(new Error(message));
    else if (kind === 'notice') {
      stand.notices.push({ method, params });
      if (method === 'painted') stand.painted = { milliseconds: params.milliseconds, bytes: stand.bytes };
    } else if (kind === 'request')
      post({
        kind: 'reply',
        id,
        result: method === 'open' ? report : await readRange(params.begin, params.end),
      });
  };
  Object.assign(globalThis, {
    stand,
    acquireVsCodeApi: () => ({ postMessage: (message: Message) => void hear(message) }),
  });
}
