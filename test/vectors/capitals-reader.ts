const numerals = '零壹贰叁肆伍陆柒捌玖';
const one = '([壹贰叁肆伍陆柒捌玖])';

const wholeAmount = new RegExp(`^(?:(.+)元)?零?(?:${one}角)?零?(?:${one}分)?整?$`, 'u');
const section = new RegExp(`^零?(?:${one}仟)?零?(?:${one}佰)?零?(?:${one}?(拾))?零?${one}?$`, 'u');

const digitOf = (numeral: string | undefined): bigint =>
  numeral === undefined ? 0n : BigInt(numerals.indexOf(numeral));

/**
 * Reads an amount in capitals back to a count of fen, knowing nothing of how it was written: sections are found by the
 * last 亿, then the last 万, and read on their own. It understands more than we write (角整, a bare 拾, 万万亿, 零 that
 * the rule leaves open), so that what other projects write can be read too.
 *
 * @throws Error for what is no amount
 */
export function readCapitals(text: string): bigint {
  const parts = wholeAmount.exec(text);
  if (parts === null || text === '' || text === '整') throw new Error(`no amount in capitals: ${text}`);
  const [, yuan = '', jiao, fen] = parts;
  return readWhole(yuan) * 100n + digitOf(jiao) * 10n + digitOf(fen);
}

function readWhole(text: string): bigint {
  for (const [unit, size] of [
    ['亿', 10n ** 8n],
    ['万', 10n ** 4n],
  ] as const) {
    const at = text.lastIndexOf(unit);
    if (at < 0) continue;
    const lower = readWhole(text.slice(at + 1));
    if (at === 0 || lower >= size) throw new Error(`nothing counts ${unit} in ${text}`);
    return readWhole(text.slice(0, at)) * size + lower;
  }
  const parts = section.exec(text);
  if (parts === null) throw new Error(`no number in capitals: ${text}`);
  const [, thousands, hundreds, tens, ten, ones] = parts;
  const counted = tens === undefined && ten !== undefined ? '壹' : tens;
  return [thousands, hundreds, counted, ones]
    .map(digitOf)
    .reduce((number, digit) => number * 10n + digit, 0n);
}
