/**
 * Ends this process on Ctrl-C, a closed terminal or a polite kill the way it ends by itself, so that everything
 * it started is stopped with it (see VsCodeServer). A second signal doesn't wait.
 * @param stop what to finish first.
 */
export function stopOnSignal(stop: () => Promise<void> = () => Promise.resolve()): void {
  const codes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };
  let stopping = false;
  for (const [signal, code] of Object.entries(codes)) {
    process.on(signal, () => {
      if (stopping) process.exit(code);
      stopping = true;
      void stop().finally(() => process.exit(code));
    });
  }
}
