// Every npm script that runs our TypeScript starts here, in plain JavaScript that old versions of Node
// understand too: it says what is missing instead of failing on syntax, runs the script's main() for the exit
// status, and prints errors meant for people without a stack trace.
// Usage: node test/host/entry.mjs SCRIPT [ARGUMENTS]
import { existsSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';

const projectRoot = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');
const neededNode = 24;

function whatIsMissing() {
  if (!existsSync(path.join(projectRoot, 'node_modules', 'typescript'))) {
    return 'The packages this project needs are not installed. Run: npm ci';
  }
  if (Number(process.versions.node.split('.')[0]) < neededNode) {
    return (
      `This needs Node ${neededNode} and runs on ${process.versions.node}.\n` +
      `npm scripts get their own Node ${neededNode} from the npm package "node". Start it through npm ` +
      '(npm start, npm test);\nif you did, that package is not set up yet. Run: npm rebuild node'
    );
  }
  return undefined;
}

const missing = whatIsMissing();
const script = process.argv[2];
if (missing !== undefined) {
  console.error(missing);
  process.exitCode = 1;
} else if (script === undefined) {
  console.error('Usage: node test/host/entry.mjs SCRIPT [ARGUMENTS]');
  process.exitCode = 2;
} else {
  process.argv.splice(1, 2, path.resolve(script));
  try {
    const { main } = await import(pathToFileURL(path.resolve(script)).href);
    process.exit(await main());
  } catch (error) {
    console.error(error instanceof Error && error.name === 'PlainError' ? error.message : error);
    process.exitCode = 1;
  }
}
