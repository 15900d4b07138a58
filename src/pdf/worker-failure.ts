import workerpool from 'workerpool';

/** Says why a worker thread gave no reading, and what to do. */
export function whyWorkerFailed(
  error: unknown,
  limits: { readonly fileTimeLimit: number; readonly fileMemoryLimit: number },
): string {
  if (error instanceof workerpool.Promise.TimeoutError) {
    return `Reading it took longer than ${limits.fileTimeLimit / 1000} seconds and was stopped. Open the PDF to see whether it is sound, or allow more time.`;
  }
  const cause = error instanceof Error ? error.cause : undefined;
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  if (code === 'ERR_WORKER_OUT_OF_MEMORY') {
    return `Reading it took more than ${limits.fileMemoryLimit} MB of memory and was stopped. Open the PDF to see whether it is sound, or allow more memory.`;
  }
  if (code === 'MODULE_NOT_FOUND' || code === 'ERR_MODULE_NOT_FOUND') {
    return 'The program that reads PDFs is missing. Install SOC Review Tracker again.';
  }
  return 'Reading it made the reader fail. Open the PDF to see whether it is sound.';
}
