import { SingleBar } from 'cli-progress';
import type { Terminal } from './terminal.ts';

export interface Progress {
  update(done: number, total: number): void;
  stop(): void;
}

/** A bar on a terminal; nothing elsewhere, so that logs stay readable. It leaves no trace when it ends. */
export function progressBar({ err, env }: Terminal): Progress {
  if (!err.isTTY || env['TERM'] === 'dumb') return { update: () => undefined, stop: () => undefined };
  const bar = new SingleBar({
    stream: err,
    format: 'Reading reports  {bar}  {value} of {total}',
    barCompleteChar: '█',
    barIncompleteChar: '░',
    barsize: 30,
    hideCursor: true,
    clearOnComplete: true,
    stopOnComplete: false,
  });
  let started = false;
  return {
    update(done, total) {
      if (done === total && !started) return;
      if (!started) bar.start(total, done);
      else {
        bar.setTotal(total);
        bar.update(done);
      }
      started = true;
    },
    stop() {
      if (started) bar.stop();
    },
  };
}
