const patience = 20_000;
const pause = 200;

/**
 * Repeats a check until it holds, for what comes about in the background.
 * @param check throws as long as it doesn't hold.
 * @throws what the check threw last.
 */
export async function eventually<T>(check: () => Promise<T>, milliseconds = patience): Promise<T> {
  const deadline = performance.now() + milliseconds;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (performance.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}
