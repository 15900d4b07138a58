import { trySample } from './sample.ts';

/** `npm run sample`: makes sure that `.sample/` holds a sample repository of today. */
export async function main(): Promise<number> {
  console.log(await trySample());
  return 0;
}
