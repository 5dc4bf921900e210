export { loadRateCard } from './card/load.js';
export { loadPackage } from './card/loadPackage.js';
export { allocate } from './money/allocate.js';
export { toChineseCapitals } from './money/capitals.js';
export { minorUnits } from './money/currency.js';
export { roundMoney } from './money/money.js';
export { priceQuote } from './pricing/price.js';
