// A test file that is made of others: what it imports runs in one process.
import { pathToFileURL } from 'node:url';
import { pureUnitTests } from './run-unit-tests.ts';

for (const file of pureUnitTests()) await import(pathToFileURL(file).href);
