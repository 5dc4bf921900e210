// Says how a Jest run ended, from the file that `jest --json --outputFile FILE` wrote.
import { readFileSync } from 'node:fs';

const result = JSON.parse(readFileSync(process.argv[2], 'utf8'));
// A suite that does not load runs no test, and would otherwise count as no failure.
const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
process.stdout.write(`${result.numPassedTests} passed, ${failed} failed\n`);
process.exitCode = result.success && failed === 0 && result.numPassedTests > 0 ? 0 : 1;
