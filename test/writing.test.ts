import { execFileSync, spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { writeWhole } from '../src/workspace/write.js';
import { runKanli } from './support/run-kanli.js';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kanli-writing-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('a file is written whole or not at all', () => {
  test('a new file has the whole content, and nothing else is left in the folder', () => {
    expect(writeWhole(join(folder, 'quote.json'), '报价', { force: false })).toBe('written');
    expect(readdirSync(folder)).toEqual(['quote.json']);
    expect(readFileSync(join(folder, 'quote.json'), 'utf8')).toBe('报价');
  });

  test('an existing file stays as it was without force', () => {
    const file = join(folder, 'quote.json');
    writeFileSync(file, 'before');
    expect(writeWhole(file, 'after', { force: false })).toBe('exists');
    expect(readFileSync(file, 'utf8')).toBe('before');
    expect(writeWhole(file, 'after', { force: true })).toBe('written');
    expect(readFileSync(file, 'utf8')).toBe('after');
    expect(readdirSync(folder)).toEqual(['quote.json']);
  });

  test('a link is followed, and stays one', () => {
    writeFileSync(join(folder, 'real.json'), 'before');
    symlinkSync('real.json', join(folder, 'link.json'));
    expect(writeWhole(join(folder, 'link.json'), 'after', { force: true })).toBe('written');
    expect(readFileSync(join(folder, 'real.json'), 'utf8')).toBe('after');
  });

  test.each([
    ['a folder that is not there', 'missing/quote.json'],
    ['a file in place of a folder', 'file/quote.json'],
  ])('%s is an error that names the file, and leaves nothing', (_what, name) => {
    writeFileSync(join(folder, 'file'), '');
    const file = join(folder, name);
    expect(() => writeWhole(file, 'x', { force: false })).toThrow(expect.objectContaining({ path: file }));
    expect(readdirSync(folder)).toEqual(['file']);
  });

  test('a folder of that name is not replaced', () => {
    mkdirSync(join(folder, 'out'));
    expect(() => writeWhole(join(folder, 'out'), 'x', { force: true })).toThrow();
    expect(readdirSync(folder)).toEqual(['out']);
  });

  test('a device is written to, and a full one is an error', () => {
    expect(writeWhole('/dev/null', 'x', { force: false })).toBe('written');
    expect(() => writeWhole('/dev/full', 'x', { force: false })).toThrow(
      expect.objectContaining({ code: 'ENOSPC', path: '/dev/full' }),
    );
  });
});

describe('the command on a bad disk', () => {
  const deal = ['quote', 'package.yaml', '--card', 'ratecard.yaml', '--format', 'json', '--lang', 'en'];
  const cases = join(import.meta.dirname, 'cases/inke-double11');
  const kanli = join(import.meta.dirname, '../dist/bin/kanli.js');

  test('a disk that is full half-way ends with 3, names the file, and leaves what was there', () => {
    const file = join(folder, 'quote.json');
    writeFileSync(file, 'before');
    // The shell's limit on the size of files stands in for a disk with 4 KB left.
    const line = `ulimit -f 4; exec "${process.execPath}" "${kanli}" ${deal.join(' ')} -o "${file}" --force`;
    const { status, stderr } = spawnSync('/bin/bash', ['--norc', '-c', line], {
      cwd: cases,
      encoding: 'utf8',
    });
    expect({ status, named: stderr.includes(file) }).toEqual({ status: 3, named: true });
    expect(readFileSync(file, 'utf8')).toBe('before');
    expect(readdirSync(folder)).toEqual(['quote.json']);
  });

  test('a folder that is not there ends with 3', () => {
    const { status, stdout, stderr } = runKanli([...deal, '-o', join(folder, 'no/quote.json')], {
      cwd: cases,
    });
    expect([status, stdout]).toEqual([3, '']);
    expect(stderr).toContain('no/quote.json');
  });

  test('a reader that closes the pipe ends with 0 and without a word', () => {
    const line = `"${process.execPath}" "${kanli}" ${deal.join(' ')} | head -c 1 > /dev/null; echo "\${PIPESTATUS[0]}"`;
    const printed = execFileSync('/bin/bash', ['--norc', '-c', line], { cwd: cases, encoding: 'utf8' });
    expect(printed).toBe('0\n');
  });

  test('two that write the same new file at once: one writes it, the other says that it exists', () => {
    const one = `"${process.execPath}" "${kanli}" ${deal.join(' ')} -o "${join(folder, 'q.json')}"`;
    const line = `(${one}; echo $? > "${folder}/a") & (${one}; echo $? > "${folder}/b") & wait`;
    spawnSync('/bin/bash', ['--norc', '-c', line], { cwd: cases });
    const ended = ['a', 'b'].map((name) => readFileSync(join(folder, name), 'utf8').trim()).sort();
    expect(ended).toEqual(['0', '2']);
    expect(JSON.parse(readFileSync(join(folder, 'q.json'), 'utf8')).kind).toBe('Quote');
  });
});
