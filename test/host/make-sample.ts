import { freshSample } from './sample.ts';

/** `npm run sample`: generates the sample repository anew. */
export async function main(): Promise<number> {
  console.log(await freshSample());
  return 0;
}
