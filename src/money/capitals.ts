import nzh from 'nzh/cn';

/** A number of up to this many digits needs no 亿. */
const digitsBelowYi = 8;

const plainAmount = /^(0|[1-9]\d*)(?:\.(\d{1,2}))?$/;

/**
 * An amount of yuan in Chinese capitals (大写), without the 人民币 that papers set before it: `"壹仟万元整"`.
 *
 * Source: the People's Bank of China, 《支付结算办法》 (银发〔1997〕393号) 附一《正确填写票据和结算凭证的基本规定》, 二 and 四.
 * All six amounts it writes out come out as it writes them. Where it leaves a choice:
 * - 整 stands after 元 only. After 角 it "可以不写", and the rule's own 1409.50 ends 伍角. (会计基础工作规范, for account
 *   books, wants 角整.) After 分 it must not stand.
 * - 零 stands after 元 when the yuan end in 0 and 角 follows, as in the first form of 1680.32 and of 107000.53.
 * - No 零 for zeros that end a section (105000 is 壹拾万伍仟元整), unless the whole section is 0 (壹万亿零伍仟万元整).
 * The rule's largest unit is 亿: from 10^16 on the number of 亿 is itself read with 亿, as the press does (壹亿亿,
 * 壹佰亿亿); 兆 would be 10^6, 10^12 or 10^16 depending on whom one asks.
 *
 * @param amount plain decimal text of any length, at most 2 decimals, no sign: `"1680.32"`
 * @returns `"零元整"` for zero; below one yuan no 元: `"伍角"`, `"伍分"`
 * @throws RangeError for any other text
 */
export function toChineseCapitals(amount: string): string {
  const parts = plainAmount.exec(amount);
  if (parts === null) throw new RangeError(`not an amount of yuan with at most 2 decimals: ${amount}`);
  const [, yuan = '', decimals = ''] = parts;
  const cents = decimals.padEnd(2, '0');
  if (cents === '00') return `${inCapitals(yuan)}元整`;
  const change = nzh.toMoney(`0.${cents}`, { outSymbol: false });
  if (yuan === '0') return change;
  const gap = yuan.endsWith('0') || cents.startsWith('0') ? '零' : '';
  return `${inCapitals(yuan)}元${gap}${change}`;
}

/**
 * A whole number in capitals. nzh writes up to 8 digits; beyond them it would leave out the 零 of an empty section
 * (12 0000 1241 2421: 壹拾贰万亿零壹仟…) and write 万万亿.
 */
function inCapitals(digits: string): string {
  if (digits.length <= digitsBelowYi) return nzh.encodeB(digits);
  const yi = digits.slice(0, -digitsBelowYi);
  const lower = digits.slice(-digitsBelowYi);
  const rest = lower.replace(/^0+/, '');
  if (rest === '') return `${inCapitals(yi)}亿`;
  const gap = yi.endsWith('0000') || lower.startsWith('0') ? '零' : '';
  return `${inCapitals(yi)}亿${gap}${nzh.encodeB(rest)}`;
}
