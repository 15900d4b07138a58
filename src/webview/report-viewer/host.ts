import { Channel, type Checks, type Handlers } from '../channel.ts';
import type {
  FileVersion,
  HostContract,
  KnownAboutReport,
  OpenReport,
  Passage,
  ViewerContract,
} from '../protocol.ts';

/** The extension, as the viewer sees it. */
export type Host = Channel<ViewerContract, HostContract>;

interface VsCodeApi {
  postMessage(message: unknown): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

/** Only the extension can post to a webview, and both are built from one source: what it says is believed. */
const TRUST_HOST: Checks<ViewerContract, HostContract> = {
  requests: { reveal: (value) => value as Passage, selection: () => null },
  notices: {
    fileChanged: (value) => value as FileVersion,
    fileDeleted: () => null,
    factsKnown: (value) => value as KnownAboutReport,
    showFind: () => null,
    walk: (value) => value as { backwards: boolean },
    pair: (value) => value as { isPaired: boolean },
    follow: (value) => value as { place: number },
  },
  results: {
    open: (value) => value as OpenReport,
    readRange: (value) => value as Uint8Array<ArrayBuffer>,
    password: (value) => value as string | null,
    openExternally: (value) => value as { isOpened: boolean },
  },
};

export function connectHost(handlers: Handlers<ViewerContract>): Host {
  const api = acquireVsCodeApi();
  const host: Host = new Channel({
    post: (message) => {
      api.postMessage(message);
    },
    checks: TRUST_HOST,
    handlers,
  });
  window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    host.receive(data);
  });
  return host;
}
