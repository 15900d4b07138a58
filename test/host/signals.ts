/**
 * Ends this process on Ctrl-C, a closed terminal or a polite kill the way it ends by itself, so that everything
 * it started is stopped with it (see VsCodeServer).
 * @param stop what to finish first.
 */
export function stopOnSignal(stop: () => Promise<void> = async () => {}): void {
  const codes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };
  for (const [signal, code] of Object.entries(codes)) {
    process.once(signal, () => {
      void stop().finally(() => process.exit(code));
    });
  }
}
