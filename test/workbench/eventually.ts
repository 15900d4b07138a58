/** How long anything on the screen may take, in milliseconds: machines differ much, and only failures wait so long. */
export const PATIENCE_MS = 45_000;
const pause = 200;

/**
 * Repeats a check until it holds, for what comes about in the background.
 * @param check throws as long as it doesn't hold.
 * @throws what the check threw last.
 */
export async function eventually<T>(check: () => Promise<T>, milliseconds = PATIENCE_MS): Promise<T> {
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
