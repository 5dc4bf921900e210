#!/usr/bin/env node
declare const KANLI_VERSION: string;

if (process.argv[2] === '--version') process.stdout.write(`${KANLI_VERSION}\n`);
else process.exitCode = 2;
