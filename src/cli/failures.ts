/** Something that the user has to know and can act on; printed as it is, without a stack. */
export class Failure extends Error {
  override readonly name: string = 'Failure';
  readonly exitCode: number = 1;
}

/** The command line itself is wrong: an unknown option, a folder that isn't there. */
export class WrongUse extends Failure {
  override readonly name = 'WrongUse';
  override readonly exitCode = 2;
}

/** The user pressed Ctrl-C. */
export class Interrupted extends Failure {
  override readonly name = 'Interrupted';
  /** What shells expect of a process that was interrupted: 128 and the number of the signal. */
  override readonly exitCode = 130;
}
