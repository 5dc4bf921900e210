import type { Draft, Quote } from '../../documents/quote.js';
import { columnWords, headWords, quoteWords } from '../../lang/papers.js';
import { wordProblem } from '../../lang/problems.js';
import { fill, type Language, type Text } from '../../lang/text.js';
import { closingWords, figureWords, taxBasisWords, titleIn, totalWords, word } from '../../lang/trade.js';
import { airingText } from '../airing.js';
import { isZero, moneyText, percentText } from '../amounts.js';
import { dueText } from '../instalments.js';
import { contractTotals } from '../rollUps.js';
import { markdownTable, markdownText } from './markdown.js';

/** A quote, or the draft of a refused one, as Markdown for a mail or a pull request. */
export function quoteMarkdown(quote: Quote | Draft, { language }: { readonly language: Language }): string {
  const title = fill(quoteWords.title, language, { id: quote.package.id });
  const parts: [Text, string][] = [
    [quoteWords.amounts, amounts(quote, language)],
    [quoteWords.lines, lines(quote, language)],
    [quoteWords.figures, figures(quote, language)],
    [quoteWords.approval, approval(quote, language)],
    [quoteWords.notes, told(quote.diagnostics, language)],
    [quoteWords.instalments, instalments(quote, language)],
  ];
  const written = parts
    .filter(([, body]) => body !== '')
    .map(([heading, body]) => `\n## ${heading[language]}\n\n${body}`);
  const refused = 'digest' in quote ? '' : `**${quoteWords.refused[language]}**\n\n`;
  return `# ${markdownText(title)}\n\n${refused}${head(quote, language)}${written.join('')}`;
}

function head(quote: Quote | Draft, language: Language): string {
  const { package: pack, rateCard, asOf, validUntil, currency } = quote;
  const card = `${titleIn(rateCard, language)} (${rateCard.id} ${rateCard.version})`;
  const facts: [Text, string | undefined][] = [
    [headWords.client, pack.client.name],
    [headWords.agency, pack.agency?.name],
    [headWords.card, card],
    [headWords.platform, rateCard.platform],
    [headWords.asOf, asOf],
    [headWords.validUntil, validUntil],
    [headWords.currency, currency],
    [headWords.prices, word(taxBasisWords, rateCard.prices, language)],
    [headWords.quoteDigest, 'digest' in quote ? quote.digest : undefined],
  ];
  return facts
    .filter(([, value]) => value !== undefined)
    .map(([name, value = '']) => `- ${name[language]}: ${markdownText(value)}\n`)
    .join('');
}

/** From list to payable; what is zero and stands apart from that way is left out. */
function amounts(quote: Quote | Draft, language: Language): string {
  const { totals, currency } = quote;
  const all = contractTotals(quote);
  const way = [
    'list',
    'surcharges',
    'gross',
    'discounts',
    'commission',
    'amount',
    'net',
    'tax',
    'payable',
  ] as const;
  const apart = ['media', 'passThrough', 'bonusValue', 'rebate'] as const;
  const reductions: readonly string[] = ['discounts', 'commission'];
  const rows = [...way, ...apart.filter((key) => !isZero(totals[key]))].map((key) => {
    const amount = moneyText(all[key], currency);
    return [totalWords[key][language], reductions.includes(key) ? takenOff(amount) : amount];
  });
  const columns = [columnWords.name[language], fill(quoteWords.amount, language, { currency })];
  return markdownTable(columns, rows, [1]);
}

/** A reduction as the step it is; below zero where a price above gross outweighs every discount. */
function takenOff(amount: string): string {
  if (isZero(amount)) return amount;
  return amount.startsWith('-') ? amount.slice(1) : `-${amount}`;
}

function lines(quote: Quote | Draft, language: Language): string {
  const { currency } = quote;
  const rows = quote.lines.map((line) => [
    String(line.line),
    titleIn(line, language),
    line.brand ?? '',
    airingText(line.spots, language),
    line.quantity === 1 ? '' : `×${line.quantity}`,
    moneyText(line.gross, currency),
    moneyText(line.amount, currency),
    moneyText(line.payable, currency),
    line.closed === undefined ? '' : word(closingWords, line.closed, language),
  ]);
  const { gross, amount, payable } = contractTotals(quote);
  const sums = [gross, amount, payable].map((sum) => moneyText(sum, currency));
  const { line, title, brand, airing, quantity, closed } = columnWords;
  const headings = [
    line,
    title,
    brand,
    airing,
    quantity,
    totalWords.gross,
    totalWords.amount,
    totalWords.payable,
    closed,
  ];
  return markdownTable(
    headings.map((heading) => heading[language]),
    [...rows, ['', quoteWords.total[language], '', '', '', ...sums, '']],
    [0, 4, 5, 6, 7],
  );
}

function figures({ figures: all, currency }: Quote | Draft, language: Language): string {
  const rows = Object.entries(all).map(([name, value]) => [
    word(figureWords, name, language),
    value === null ? quoteWords.none[language] : figureText(name, value, currency),
  ]);
  return markdownTable([columnWords.name[language], quoteWords.value[language]], rows, [1]);
}

function figureText(name: string, value: string, currency: string): string {
  if (name === 'viewerBenefit') return moneyText(value, currency);
  return name === 'listMultiple' ? value : percentText(value);
}

function approval({ approval: { required, reasons } }: Quote | Draft, language: Language): string {
  if (required === null) return `${quoteWords.notNeeded[language]}\n`;
  const needed = fill(quoteWords.needed, language, { role: markdownText(required) });
  return `${needed}\n\n${told(reasons, language)}`;
}

/** Recorded reasons or warnings, one a line. */
function told(found: Quote['diagnostics'], language: Language): string {
  return found.map((entry) => `- ${markdownText(wordProblem(entry, language).message)}\n`).join('');
}

function instalments({ instalments: all, currency }: Quote | Draft, language: Language): string {
  if (all.length === 0) return '';
  const rows = all.map(({ share, due, date, amount }, at) => [
    String(at + 1),
    dueText(due, language),
    date ?? '',
    percentText(share),
    moneyText(amount, currency),
  ]);
  const { no, date, rate } = columnWords;
  const headings = [no, quoteWords.due, date, rate, totalWords.payable].map((heading) => heading[language]);
  return markdownTable(headings, rows, [0, 3, 4]);
}
