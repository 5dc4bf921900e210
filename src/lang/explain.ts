import type { Text } from './text.js';

/** Words of an explanation; each line is one step of arithmetic that can be redone by hand. */
export const explainWords = {
  heading: { zh: '第 {line} 行 · {title}', en: 'Line {line} · {title}' },
  when: { zh: '{when}', en: '{when}' },
  unitPrice: { zh: '单价 {price} / {per}', en: 'Unit price {price} / {per}' },
  breakPrice: {
    zh: '单价 {price} / {per}：方案共买 {bought} 单位，达到 {from} 起的一档',
    en: 'Unit price {price} / {per}: the package buys {bought} units, the step from {from}',
  },
  brought: {
    zh: '本行自带金额，平均分到各点位，不加收',
    en: 'The line brings its amount, shared evenly over its spots, without surcharges',
  },
  baseWhole: { zh: '刊例 {price} × {quantity} = {amount}', en: 'List {price} × {quantity} = {amount}' },
  baseHour: {
    zh: '刊例 {price} × {minutes} 分钟 ÷ 60 × {quantity} = {amount}',
    en: 'List {price} × {minutes} min ÷ 60 × {quantity} = {amount}',
  },
  baseMille: {
    zh: '刊例 {price} × {impressions} 次 ÷ 1000 = {amount}',
    en: 'List {price} × {impressions} impressions ÷ 1000 = {amount}',
  },
  overtime: {
    zh: '超时 {minutes} − {included} = {beyond} 分钟，每开始 {per} 分钟 {price}：{periods} 段 × {quantity} = {amount}',
    en: 'Overtime {minutes} − {included} = {beyond} min, {price} for every begun {per} min: {periods} periods × {quantity} = {amount}',
  },
  surchargeRate: {
    zh: '加收 {rule} {title}：{of} × {rate} = {amount}',
    en: 'Surcharge {rule} {title}: {of} × {rate} = {amount}',
  },
  surchargeAmount: {
    zh: '加收 {rule} {title}：{each} × {quantity} = {amount}',
    en: 'Surcharge {rule} {title}: {each} × {quantity} = {amount}',
  },
  spotGross: { zh: '点位加收后 = {gross}', en: 'Spot gross = {gross}' },
  spotsGross: {
    zh: '点位加收后 = {gross}，共 {count} 个这样的点位',
    en: 'Spot gross = {gross}, {count} spots like this',
  },
  lineGross: { zh: '本行刊例额 {list}，加收后 {gross}', en: 'The line: list {list}, gross {gross}' },
  bonus: { zh: '配送：{before} → 0', en: 'Bonus: {before} → 0' },
  fixed: { zh: '一口价：{before} → {after}', en: 'Fixed price: {before} → {after}' },
  rule: { zh: '{rule} {title}', en: '{rule} {title}' },
  onLines: { zh: '涉及 {count} 行，共 {running}', en: '{count} lines with {running} in all' },
  onBase: {
    zh: '涉及 {count} 行，加收后共 {base}，此前还剩 {running}',
    en: '{count} lines, gross {base}, {running} left before this step',
  },
  byRate: { zh: '{running} × {rate} = {reduction}', en: '{running} × {rate} = {reduction}' },
  bySlabs: { zh: '分段：{slabs} = {reduction}', en: 'Slab by slab: {slabs} = {reduction}' },
  byAmount: { zh: '共减 {reduction}', en: '{reduction} in all' },
  share: {
    zh: '本行分摊 {reduction} × {before} ÷ {running} = {amount} → {after}',
    en: "This line's share {reduction} × {before} ÷ {running} = {amount} → {after}",
  },
  alone: { zh: '{before} − {amount} = {after}', en: '{before} − {amount} = {after}' },
  taxIncluded: {
    zh: '税率 {rate}（含税价）：同税率各行共 {groupAmount}，税 = {groupAmount} − {groupAmount} ÷ (1 + {rate}) = {groupTax}，本行分摊 {amount}',
    en: 'Tax {rate} (included): lines at this rate {groupAmount}, tax = {groupAmount} − {groupAmount} ÷ (1 + {rate}) = {groupTax}, this line {amount}',
  },
  taxExcluded: {
    zh: '税率 {rate}（不含税价）：同税率各行共 {groupAmount}，税 = {groupAmount} × {rate} = {groupTax}，本行分摊 {amount}',
    en: 'Tax {rate} (excluded): lines at this rate {groupAmount}, tax = {groupAmount} × {rate} = {groupTax}, this line {amount}',
  },
  result: { zh: '不含税 {net} + 税 {tax} = 应付 {payable}', en: 'Net {net} + tax {tax} = payable {payable}' },
  figures: { zh: '指标', en: 'Figures' },
  figure: { zh: '{name}：{part} ÷ {of} = {value}', en: '{name}: {part} ÷ {of} = {value}' },
  rounding: {
    zh: '每一步都舍入到最小货币单位（{mode}），下一步从舍入后的数算起；分摊时余下的最小单位各给尾数最大的几行一个，所以同样的算式可能差一个单位。',
    en: 'Every step is rounded ({mode}) and the next begins from the rounded amount; units left over from a share go one each to the largest cut-off fractions, so equal sums may differ by one unit.',
  },
} as const satisfies Readonly<Record<string, Text>>;

export const roundingWords = {
  'half-up': { zh: '四舍五入', en: 'half up' },
  'half-even': { zh: '四舍六入五成双', en: 'half to even' },
} as const satisfies Readonly<Record<string, Text>>;
