// The work of the bulk benchmark: a card of 200 items with every kind of rule, and packages of so many lines, about one
// and a half spots each. The same seed gives the same bytes on every machine.

/** Numbers from a seed (mulberry32). */
function dice(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (least, most) => least + Math.floor(next() * (most - least + 1));
  return {
    between,
    chance: (percent) => between(1, 100) <= percent,
    pick: (list) => list[between(0, list.length - 1)],
  };
}

const formats = ['product-experience', 'unboxing', 'spoof-comedy', 'interactive-game'];
const options = ['exclusive', 'replay', 'logo', 'position'];
const categories = ['beauty', 'apparel', 'alcohol', 'food', 'e-commerce'];
const tiers = ['S', 'A', 'B'];
const ways = ['hour', 'day', 'session', 'wave', 'post', 'each', 'mille'];
const dayIn = (month, day) => `2026-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

/** The card as plain data, a valid document. */
export function benchCard(seed = 11) {
  const { between, chance, pick } = dice(seed);
  const sections = { slots: {}, celebrities: {}, placements: {} };
  for (let at = 0; at < 200; at += 1) {
    const per = ways[at % ways.length];
    const section =
      per === 'hour' ? 'slots' : per === 'session' || per === 'post' ? 'celebrities' : 'placements';
    const price = per === 'mille' ? `${between(30, 90)}.${between(1, 9)}` : String(between(20, 900) * 1000);
    const item = {
      title: `资源 ${at}`,
      title_en: `Item ${at}`,
      per,
      tier: pick(tiers),
      tags: [pick(['night', 'star', 'screen'])],
      formats,
      nature: pick(['hard', 'content', 'interactive']),
    };
    if (at % 25 === 24)
      Object.assign(item, { per: 'each', passThrough: true, tax: '6%', viewerBenefit: '100%' });
    else if (at % 25 === 23) Object.assign(item, { price: 'on-request' });
    else if (per === 'each' && chance(50)) {
      item.breaks = [
        { from: '0', price },
        { from: '3', price: String(Number(price) * 0.9) },
      ];
    } else item.price = price;
    if (per === 'session' && item.price !== undefined && item.price !== 'on-request') {
      item.included = '90min';
      item.overtime = { price: '50000', per: '30min' };
    }
    if (item.price !== undefined && item.price !== 'on-request' && chance(30))
      item.floor = String(Math.ceil(Number(item.price) / 5));
    if (chance(20)) item.viewerBenefit ??= '10%';
    if (chance(10)) item.tax ??= '13%';
    sections[section][`item-${at}`] = item;
  }
  return {
    apiVersion: 'kanli/v1',
    kind: 'RateCard',
    id: 'bench',
    version: '1',
    title: '基准刊例（虚构）',
    title_en: 'Benchmark card (invented)',
    platform: 'bench',
    currency: 'CNY',
    timezone: 'Asia/Shanghai',
    valid: '2026-10-01/2026-12-31',
    prices: 'tax-included',
    tax: '6%',
    ...sections,
    surcharges: [
      { id: 'season', title: '旺季', rate: '30%', when: { dates: '2026-11-01/2026-11-11' }, group: 'season' },
      { id: 'peak', title: '高峰', rate: '50%', when: { dates: '2026-11-10/2026-11-11' }, group: 'season' },
      { id: 'weekend', title: '周末', rate: '10%', when: { weekdays: ['sat', 'sun'] } },
      { id: 'night', title: '午夜', rate: '7.5%', on: 'running', when: { times: '22:00-26:00' } },
      { id: 'exclusive', title: '独占', rate: '20%', when: { options: ['exclusive'] } },
      { id: 'alcohol', title: '酒类', rate: '25%', when: { categories: ['alcohol'] } },
      {
        id: 'comedy',
        title: '恶搞',
        amount: '8000',
        when: { formats: ['spoof-comedy'], sections: ['slots', 'celebrities'] },
      },
      { id: 'rush', title: '加急', rate: '15%', when: { leadDaysUnder: 7 } },
      { id: 'tier-s', title: 'S 级', rate: '12.5%', when: { tiers: ['S'], tags: ['star'] } },
      { id: 'one-item', title: '单项', rate: '3.333%', on: 'running', when: { items: ['item-0', 'item-7'] } },
    ],
    discounts: [
      { id: 'early', title: '早订', rate: '3%', when: { leadDaysOver: 30 } },
      {
        id: 'volume',
        title: '量折',
        mode: 'threshold',
        group: 'volume',
        tiers: [
          { from: '0', rate: '0%' },
          { from: '1000000', rate: '3%' },
          { from: '5000000', rate: '6.5%' },
        ],
      },
      {
        id: 'slabs',
        title: '阶梯',
        mode: 'graduated',
        group: 'volume',
        tiers: [
          { from: '0', rate: '1%' },
          { from: '2000000', rate: '5%' },
        ],
      },
      {
        id: 'bundle',
        title: '套餐',
        rate: '2.25%',
        requires: [
          { section: 'celebrities', spots: 2 },
          { tag: 'night', spots: 1 },
        ],
      },
      { id: 'rebate', title: '立减', amount: '20000', when: { sections: ['placements'] } },
    ],
    policies: {
      hardAdShare: { max: '60%', level: 'warning' },
      trueDiscount: { max: '60%', level: 'warning' },
      bonusRatio: { max: '30%', level: 'warning' },
      viewerBenefitShare: { min: '2%', level: 'warning' },
      minimumSpend: { min: '100000', level: 'warning' },
    },
    approvals: [
      { upTo: '10%', by: 'sales' },
      { upTo: '25%', by: 'director' },
      { upTo: '100%', by: 'vice-president' },
    ],
    terms: {
      quoteValid: '14d',
      instalments: [
        { share: '30%', due: 'signing+5d' },
        { share: '40%', due: 'first-air-3d' },
        { share: '30%', due: 'last-air+30d' },
      ],
    },
  };
}

/** Package number `at`, of `lines` lines. */
export function benchPackage(card, at, lines = 12) {
  const { between, chance, pick } = dice(1000 + at);
  const items = Object.entries({ ...card.slots, ...card.celebrities, ...card.placements });
  const made = Array.from({ length: lines }, () => {
    const [item, { per, price, passThrough }] = pick(items);
    const month = pick([10, 11, 12]);
    const first = between(1, 27);
    const line = { item, dates: [dayIn(month, first)] };
    if (chance(50)) line.dates.push(dayIn(month, first + 1));
    if (per === 'hour' || (per === 'session' && chance(70))) {
      const start = between(9, 23);
      line.time = `${String(start).padStart(2, '0')}:00-${String(start + between(1, 2)).padStart(2, '0')}:${pick(['00', '30'])}`;
    }
    if (per === 'mille' && passThrough !== true) line.impressions = between(100, 5000) * 1000;
    else if (chance(25)) line.quantity = between(2, 4);
    if (chance(60)) line.format = pick(formats);
    if (chance(30)) line.options = [pick(options)];
    if (chance(80)) line.brand = `品牌${between(1, 96)}`;
    if (chance(30)) line.category = pick(categories);
    if (passThrough === true) line.amount = `${between(1, 400) * 1000}`;
    else if (price === 'on-request') line.fixed = `${between(1, 400) * 1000}.50`;
    else if (chance(6)) line.bonus = true;
    else if (chance(7)) line.fixed = `${between(20, 300) * 1000}`;
    else if (chance(20)) line.discount = `${between(1, 9)}.5%`;
    return line;
  });
  const deal = chance(50)
    ? { deal: { discount: `${between(1, 9)}%`, ...(chance(40) ? { off: `${between(1, 9)}00.25` } : {}) } }
    : {};
  const agency = chance(40)
    ? {
        agency: {
          name: '示例代理',
          commission: `${between(1, 15)}%`,
          ...(chance(50) ? { settle: 'rebate' } : {}),
        },
      }
    : {};
  return {
    apiVersion: 'kanli/v1',
    kind: 'Package',
    id: `p-${at}`,
    card: card.id,
    asOf: '2026-09-20',
    client: { name: `客户 ${between(1, 500)}`, category: pick(categories) },
    ...agency,
    lines: made,
    ...deal,
  };
}
