const MEGABYTE = 1_000_000;

export const megabytes = (bytes: number): string => (bytes / MEGABYTE).toFixed(1);
