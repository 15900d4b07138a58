const codes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;
const parentCheck = 1_000;

/**
 * Ends this process on Ctrl-C, a closed terminal or a polite kill the way it ends by itself, so that everything
 * it started is stopped with it (see VsCodeServer). The same when the npm that runs it is killed, which tells
 * its scripts nothing. A second signal doesn't wait.
 * @param stop what to finish first.
 */
export function stopOnSignal(stop: () => Promise<void> = () => Promise.resolve()): void {
  let stopping = false;
  const end = (code: number): void => {
    if (stopping) process.exit(code);
    stopping = true;
    void stop().finally(() => process.exit(code));
  };
  for (const [signal, code] of Object.entries(codes)) {
    process.on(signal, () => {
      end(code);
    });
  }
  if (process.env['npm_lifecycle_event'] === undefined) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    end(codes.SIGHUP);
  }, parentCheck);
  watch.unref();
}
