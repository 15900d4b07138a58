/** Calls back after so many milliseconds, unless the function that it returns is called before. `setTimeout`, tidied. */
export type After = (milliseconds: number, callBack: () => void) => () => void;

/** Something that should have answered long ago: a network drive that is away, a device. */
export class Stalled extends Error {
  override readonly name = 'Stalled';
  /** What `fileProblem` knows it by. */
  readonly code = 'ERR_STALLED';

  constructor() {
    super('No answer in time.');
  }
}

/** The result of `work`, if it comes in time. Rejects with `Stalled` else; what comes later is let go. */
export async function inTime<T>(work: PromiseLike<T>, milliseconds: number, after: After): Promise<T> {
  return await new Promise<T>((resolve, reject) => {
    const cancel = after(milliseconds, () => {
      reject(new Stalled());
    });
    work.then(
      (result) => {
        cancel();
        resolve(result);
      },
      (error: unknown) => {
        cancel();
        reject(error instanceof Error ? error : new Error(String(error)));
      },
    );
  });
}
