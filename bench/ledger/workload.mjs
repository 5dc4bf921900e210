// A platform large enough that nobody is in anybody's way, and packages of four lines on it: three hours of rooms and a whole
// day, 37 counters each, under the 40 that the goals speak of.

export const rooms = 200;
const hours = 16;
const first = Date.UTC(2027, 0, 1) / 86_400_000;
export const days = 365;
export const now = Date.UTC(2026, 11, 20, 2);

const dayText = (day) => new Date(day * 86_400_000).toISOString().slice(0, 10);
const clock = (hour) => `${String(hour).padStart(2, '0')}:00`;

export const cardText = JSON.stringify({
  apiVersion: 'kanli/v1',
  kind: 'RateCard',
  id: 'bench',
  version: '1',
  title: '基准刊例（虚构）',
  platform: 'bench',
  currency: 'CNY',
  timezone: 'Asia/Shanghai',
  valid: `${dayText(first)}/${dayText(first + days - 1)}`,
  prices: 'tax-included',
  tax: '6%',
  slots: Object.fromEntries([
    ...Array.from({ length: rooms }, (_, at) => [
      `room-${at}`,
      { title: `房间 ${at}`, price: 1000, per: 'hour' },
    ]),
    ...Array.from({ length: rooms }, (_, at) => [
      `wall-${at}`,
      { title: `首屏 ${at}`, price: 900, per: 'day', capacity: 1000 },
    ]),
  ]),
  terms: { quoteValid: '60d' },
});

/** How many packages there is room for. */
export const most = Math.floor((rooms * days * hours) / 3);

/** The nth package; no two want the same place. */
export function packageText(n) {
  const line = (place) => {
    const hour = 8 + (place % hours);
    const day = dayText(first + (Math.floor(place / hours) % days));
    return {
      item: `room-${Math.floor(place / (hours * days))}`,
      dates: [day],
      time: `${clock(hour)}-${clock(hour + 1)}`,
    };
  };
  const lines = [0, 1, 2].map((at) => line(3 * n + at));
  return JSON.stringify({
    apiVersion: 'kanli/v1',
    kind: 'Package',
    id: `p-${n}`,
    card: 'bench',
    asOf: '2026-12-20',
    client: { name: `客户 ${n % 50}`, category: 'food' },
    lines: [...lines, { item: `wall-${n % rooms}`, dates: [dayText(first + (n % days))] }],
  });
}
