/** The system in front of which the person sits, as far as it has to be known here. */
export interface System<File> {
  /** False where files are elsewhere: the editor runs in a browser, or looks into another machine or a container. */
  readonly hasFile: (file: File) => boolean;
  /** Resolves with whether a program took it. */
  readonly open: (file: File) => PromiseLike<boolean>;
}

/** Shows a file in the program that the system has for it. @returns whether that could be done. */
export const openInSystem = async <File>(file: File, system: System<File>): Promise<boolean> =>
  system.hasFile(file) && (await system.open(file));
