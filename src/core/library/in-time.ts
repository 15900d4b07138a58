/** The platform's timers: `globalThis` is one. */
export interface Timers {
  setTimeout(callBack: () => void, milliseconds: number): unknown;
  clearTimeout(timer: unknown): void;
}

/** Something that should have answered long ago: a network drive that is away, a device. */
export class Stalled extends Error {
  override readonly name = 'Stalled';
  /** What `fileProblem` knows it by. */
  readonly code = 'ERR_STALLED';

  constructor() {
    super('There was no answer in time. Check the connection to the drive, then try again.');
  }
}

/** The result of `work`, if it comes in time. Rejects with `Stalled` else; what comes later is let go. */
export async function inTime<T>(work: Promise<T>, milliseconds: number, timers: Timers): Promise<T> {
  let timer: unknown;
  const late = new Promise<never>((_, reject) => {
    timer = timers.setTimeout(() => {
      reject(new Stalled());
    }, milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    timers.clearTimeout(timer);
  }
}
