#!/usr/bin/env node
import { dirname } from 'node:path';
import process from 'node:process';
import { loadCommand } from './compiled.js';

declare const KANLI_VERSION: string;

// The commonest question must cost next to nothing: nothing else of ours is loaded for it.
if (process.argv.length === 3 && process.argv[2] === '--version') {
  process.stdout.write(`${KANLI_VERSION}\n`);
} else {
  // This file lies in dist/bin, the command in dist, the package's samples above both.
  const command = loadCommand(dirname(import.meta.dirname));
  void command.run(command.home);
}
