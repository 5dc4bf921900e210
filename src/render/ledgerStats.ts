import { bookingStateWords } from '../lang/ledger.js';
import { ledgerCareWords as words } from '../lang/ledgerCare.js';
import { fill } from '../lang/text.js';
import { word } from '../lang/trade.js';
import type { Stats } from '../ledger/stats.js';
import { type Fact, facts } from './page.js';
import { safe } from './safe.js';
import { paintFor, type ViewOptions, widthFor } from './view.js';

/** How much there is in a ledger. */
export function drawStats(stats: Stats, place: string, options: ViewOptions): string {
  const { language } = options;
  const found = safe(stats);
  const page = { width: widthFor(options), paint: paintFor(options.colour) };
  const states = Object.entries(found.bookings).map(
    ([state, count]) => `${word(bookingStateWords, state, language)} ${count}`,
  );
  const chains = found.heads.map(({ platform, seq }) => fill(words.chain, language, { platform, seq }));
  const entries: Fact[] = [
    { label: words.engine[language], values: [found.engine] },
    { label: words.version[language], values: [String(found.version)] },
    { label: words.size[language], values: [sizeText(found.bytes)] },
    { label: words.chains[language], values: chains },
    { label: words.events[language], values: [String(found.events)] },
    {
      label: words.archive[language],
      values: [fill(words.archived, language, { cards: found.cards, quotes: found.quotes })],
    },
    { label: words.bookings[language], values: states },
    { label: words.spots[language], values: [String(found.spots)] },
    { label: words.counters[language], values: [String(found.counters)] },
  ];
  const title = fill(words.statsTitle, language, { place: safe(place) });
  return `${[page.paint.heading(title), ...facts(entries, page)].join('\n')}\n`;
}

/** In whole kibibytes up to ten of the next unit. */
function sizeText(bytes: number): string {
  const units = ['KiB', 'MiB', 'GiB', 'TiB'];
  let size = Math.ceil(bytes / 1024);
  let unit = 0;
  while (size >= 10_240 && unit < units.length - 1) {
    size = Math.ceil(size / 1024);
    unit += 1;
  }
  return `${size} ${units[unit]}`;
}
