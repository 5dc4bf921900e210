import { type GenericFormatter, SingleBar } from 'cli-progress';
import type { Progress } from '../bulk/bulk.js';
import { bulkWords as words } from '../lang/bulk.js';
import { fill, type Language } from '../lang/text.js';
import type { Context, Output } from './context.js';

export const progressKinds = ['auto', 'plain', 'none'] as const;
export type ProgressKind = (typeof progressKinds)[number];

/** What tells a person how far the work is. */
export interface Meter {
  readonly tell: (progress: Progress) => void;
  /** Makes room for other lines. */
  readonly aside: (write: () => void) => void;
  readonly end: () => void;
}

const silent: Meter = { tell: () => undefined, aside: (write) => write(), end: () => undefined };

/** A bar on a terminal, a line now and then where that is asked for, else nothing. */
export function meterFor(kind: ProgressKind, context: Context): Meter {
  if (kind === 'plain') return plainMeter(context);
  return kind === 'auto' && context.stderr.isTerminal ? barMeter(context) : silent;
}

const plainEvery = 5000;
const barEvery = 100;

function plainMeter({ stderr, now, language }: Context): Meter {
  const begin = now();
  let told = begin;
  return {
    ...silent,
    tell: (progress) => {
      const at = now();
      if (at - told < plainEvery) return;
      told = at;
      stderr.write(`${lineOf(progress, at - begin, language)}\n`);
    },
  };
}

function barMeter({ stderr, now, language }: Context): Meter {
  const begin = now();
  let last: Progress | undefined;
  const format: GenericFormatter = (options, { value, total }) => {
    if (last === undefined) return '';
    const text = lineOf(last, now() - begin, language);
    if (last.of === undefined) return text;
    const full = Math.round((Math.min(value, total) / Math.max(1, total)) * barWidth);
    const [done = '█', open = '░'] = [options.barCompleteString?.[0], options.barIncompleteString?.[0]];
    return `${done.repeat(full)}${open.repeat(barWidth - full)} ${text}`;
  };
  const bar = new SingleBar({
    format,
    stream: streamOf(stderr),
    barCompleteChar: '█',
    barIncompleteChar: '░',
    hideCursor: true,
    gracefulExit: false,
    clearOnComplete: true,
    fps: 1000 / barEvery,
    noTTYOutput: true,
    emptyOnZero: true,
  });
  return {
    tell: (progress) => {
      if (last === undefined) bar.start(progress.of ?? 1, 0);
      last = progress;
      bar.update(progress.of === undefined ? 0 : progress.done);
    },
    aside: (write) => {
      if (last !== undefined) stderr.write('\r\u001b[K');
      write();
    },
    end: () => {
      if (last !== undefined) bar.stop();
    },
  };
}

const barWidth = 24;

/** cli-progress writes to a stream of Node's; it needs no more of one than this. */
function streamOf({ write, columns }: Output): NodeJS.WritableStream {
  return { write: (text: string) => write(text), isTTY: true, columns } as unknown as NodeJS.WritableStream;
}

function lineOf({ tally, done, of }: Progress, milliseconds: number, language: Language): string {
  const seconds = Math.max(0.001, milliseconds / 1000);
  const share = of === undefined ? '' : `${Math.floor((Math.min(done, of) * 100) / Math.max(1, of))}% · `;
  const left = of === undefined || done === 0 ? undefined : ((of - done) * seconds) / done;
  return fill(words.working, language, {
    share,
    packages: String(tally.packages),
    rate: String(Math.round(tally.packages / seconds)),
    refused: String(tally.refused),
    left: left === undefined ? '' : fill(words.left, language, { left: durationText(left) }),
  });
}

function durationText(seconds: number): string {
  const whole = Math.ceil(seconds);
  const minutes = Math.floor(whole / 60);
  return minutes === 0 ? `${whole}s` : `${minutes}m${String(whole % 60).padStart(2, '0')}s`;
}
