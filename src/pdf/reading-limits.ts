/** What a thread may spend on one file. */
export interface ThreadLimits {
  /** How long reading one file may take, in milliseconds. */
  readonly fileTimeLimit: number;
  /** How much memory reading one file may take, in MB. */
  readonly fileMemoryLimit: number;
}

/** What reading one file may cost. */
export interface ReadingLimits extends ThreadLimits {
  /** How large it may be, in MB. */
  readonly fileSizeLimit: number;
}

/**
 * Reports of a thousand pages take seconds and less than 200 MB. Package.json says the same of the settings, and a
 * test holds them together.
 */
export const DEFAULT_LIMITS: ReadingLimits = {
  fileTimeLimit: 60_000,
  fileMemoryLimit: 512,
  fileSizeLimit: 256,
};
