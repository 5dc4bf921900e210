import { describe, expect, test } from '@jest/globals';
import { type CardSearch, searchCard } from '../src/card/search.js';
import { languages } from '../src/lang/text.js';
import { drawCard } from '../src/render/card.js';
import { cardOf, partOf, readCase } from './support/views.js';

const { document } = cardOf(readCase('inke-double11', 'ratecard.yaml'));
const variants = languages.flatMap((language) => [80, 120].map((width) => ({ language, width })));
const found = (search: CardSearch, card = document) => searchCard(card, search).map(({ id }) => id);

describe('searching a card', () => {
  const all = ['prime', 'hot-top1', 'intl-star', 'tangtang', 'top-director'];
  const placements = ['red-packet-rain', 'red-packet-pool', 'splash', 'coupon-drop'];

  test('nothing asked for finds everything, in the card’s order', () => {
    expect(found({})).toEqual([...all, ...placements]);
  });

  test('by section and tier', () => {
    expect(found({ section: 'placements' })).toEqual(placements);
    expect(found({ tier: 's' })).toEqual(['intl-star', 'top-director']);
    expect(found({ section: 'slots', tier: 'S' })).toEqual([]);
  });

  test('by words: id, both titles and tags, whatever case and width; all must match', () => {
    expect(found({ words: ['STAR'] })).toEqual(['intl-star']);
    expect(found({ words: ['直播', 'ｌｉｖｅ'] })).toEqual(['intl-star', 'top-director']);
    expect(found({ words: ['rain'] })).toEqual(['red-packet-rain', 'red-packet-pool']);
    expect(found({ words: ['red-packet', 'service'] })).toEqual(['red-packet-rain']);
    expect(found({ words: ['rain', 'splash'] })).toEqual([]);
  });

  test('by price, any break of it; what has no price lies in no bounds', () => {
    expect(found({ most: '120000' })).toEqual(['prime', 'splash', 'coupon-drop']);
    expect(found({ least: '258000' })).toEqual(['hot-top1', 'intl-star', 'tangtang', 'red-packet-rain']);
    expect(found({ least: '56', most: '62' })).toEqual(['splash']);
    expect(found({ least: '61.2500001', most: '68.4999999' })).toEqual([]);
    expect(found({ least: '0' })).not.toContain('top-director');
  });

  test('by date: within the card’s days only', () => {
    expect(found({ date: '2016-10-23' })).toEqual([]);
    expect(found({ date: '2016-11-12' })).toHaveLength(9);
    expect(found({ date: '2016-11-13' })).toEqual([]);
  });

  const surcharges = (id: string, date: string) =>
    searchCard(document, { date })
      .find((item) => item.id === id)
      ?.surcharges?.map(({ rule, still }) => (still === undefined ? rule.id : [rule.id, Object.keys(still)]));

  test('with a date come its surcharges: the larger of a group, and those that depend on more', () => {
    const depending = [
      ['exclusive', ['options']],
      ['rush', ['leadDaysUnder']],
      ['alcohol', ['categories']],
    ];
    const late = ['late-night', ['times']];
    expect(surcharges('hot-top1', '2016-11-11')).toEqual(['double11-peak', late, ...depending]);
    expect(surcharges('hot-top1', '2016-11-12')).toEqual(['weekend', late, ...depending]);
    expect(surcharges('intl-star', '2016-11-10')).toEqual(['double11-week', ...depending]);
    expect(surcharges('top-director', '2016-11-01')).toEqual([['origin', ['formats']], ...depending]);
    expect(surcharges('splash', '2016-11-05')).toEqual(['double11-week', ...depending]);
    expect(searchCard(document, {})[0]).not.toHaveProperty('surcharges');
  });

  test('a surcharge of the night is none of what is sold by day', () => {
    const sold = (open: string) => {
      const slots = { a: { title: 'a', price: '1', per: 'hour', open } };
      return cardOf(JSON.stringify({ ...document, slots, discounts: undefined })).document;
    };
    const named = (open: string) =>
      searchCard(sold(open), { date: '2016-11-01', section: 'slots' })[0]?.surcharges?.map(
        ({ rule }) => rule.id,
      );
    expect(named('10:00-22:00')).not.toContain('late-night');
    expect(named('10:00-22:05')).toContain('late-night');
    expect(named('26:00-28:00')).not.toContain('late-night');
    expect(named('25:55-28:00')).toContain('late-night');
  });

  test('of equal rates in a group the first applies; amounts are not judged against rates', () => {
    const rule = (id: string, more: object) => ({ id, title: id, group: 'g', ...more });
    const card = (...rules: object[]) => cardOf(JSON.stringify({ ...document, surcharges: rules })).document;
    const on = (...rules: object[]) =>
      searchCard(card(...rules), { date: '2016-11-01', words: ['splash'] })[0]?.surcharges?.map(
        (one) => one.rule.id,
      );
    expect(on(rule('a', { rate: '10%' }), rule('b', { rate: '10%' }))).toEqual(['a']);
    expect(on(rule('a', { rate: '10%' }), rule('b', { rate: '10.5%' }))).toEqual(['b']);
    expect(on(rule('a', { rate: '10%' }), rule('b', { amount: '5' }))).toEqual(['a', 'b']);
    const sometimes = rule('b', { rate: '90%', when: { options: ['x'] } });
    expect(on(rule('a', { rate: '10%' }), sometimes)).toEqual(['a', 'b']);
    expect(on(rule('a', { rate: '99%' }), sometimes)).toEqual(['a']);
  });
});

describe.each(variants)('the card in $language at $width columns', ({ language, width }) => {
  const look = { language, width, colour: false };

  test('is the page that was looked at', () => {
    expect(drawCard(document, look)).toBe(readCase('render', `card-${language}-${width}.txt`));
  });

  test('and so is a search by day', () => {
    const search = { date: '2016-11-11', most: '300000' };
    expect(drawCard(document, { ...look, search })).toBe(
      readCase('render', `search-${language}-${width}.txt`),
    );
  });

  test('every item and rule of the file stands there', () => {
    const page = drawCard(document, look);
    const ids = found({}).concat(
      [...(document.surcharges ?? []), ...(document.discounts ?? [])].map(({ id }) => id),
    );
    expect(ids).toHaveLength(9 + 8 + 3);
    for (const id of ids) expect(page).toMatch(new RegExp(`^${id} +\\S`, 'm'));
  });
});

describe('parts of a card', () => {
  const look = { language: 'zh', width: 80, colour: false } as const;

  test('prices as they are sold: in breaks, on request, at cost', () => {
    const page = drawCard(document, look);
    expect(page).toMatch(/^splash .* ¥68\.50 \/ 千次曝光\n +满 5,000 起 ¥61\.25\n +满 20,000 起 ¥55\.80\n/m);
    expect(page).toMatch(/^top-director .* 待议$/m);
    expect(page).toMatch(/^red-packet-pool .* 代付（按实）$/m);
  });

  test('a card without rules has no parts for them', () => {
    const { surcharges: _1, discounts: _2, policies: _3, approvals: _4, terms: _5, ...bare } = document;
    const slots = { prime: { title: '官方房间黄金档', price: '1', per: 'hour' } } as const;
    const page = drawCard({ ...bare, slots, celebrities: undefined, placements: undefined }, look);
    expect(page.match(/^── \S+/gm)).toEqual(['── 时段']);
  });

  test('a search that finds nothing says so, and what was asked for', () => {
    const page = drawCard(document, {
      ...look,
      search: { words: ['no', 'such'], section: 'slots', tier: undefined },
    });
    expect(page).toContain('没有符合条件的资源。\n找到 0 项，共 9 项：板块 时段、含“no such”\n');
    expect(page).not.toContain('── ');
  });

  test('a search that asks for nothing is the whole card', () => {
    expect(drawCard(document, { ...look, search: { words: [], tier: undefined } })).toBe(
      drawCard(document, look),
    );
  });

  test('terms and bounds in words', () => {
    const page = drawCard(document, look);
    expect(partOf(page, '约束')).toContain('硬广占比      不高于 30% · 违反则警告');
    expect(partOf(page, '约束')).toContain('最低消费      不低于 ¥1,000,000 · 违反则拒绝');
    expect(partOf(page, '审批权限')).toContain('sales-director  真实折扣不超过 30%');
    expect(partOf(page, '交易条款')).toContain(
      '付款      30% 签约后 5 天 · 40% 首播前 3 天 · 30% 末播后 30 天',
    );
  });
});
