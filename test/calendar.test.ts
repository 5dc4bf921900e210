import { describe, expect, test } from '@jest/globals';
import { instantText, parseInstant } from '../src/calendar/instant.js';
import { clockInZone, dateInZone, instantOfLocal, localMinuteOf } from '../src/calendar/zone.js';

const zones = [
  'Asia/Shanghai',
  'Asia/Hong_Kong',
  'Asia/Taipei',
  'Asia/Macau',
  'Asia/Urumqi',
  'Asia/Tokyo',
  'Asia/Seoul',
  'Asia/Singapore',
  'Asia/Kuala_Lumpur',
  'Asia/Bangkok',
  'Asia/Jakarta',
  'Asia/Manila',
  'Asia/Ho_Chi_Minh',
  'Asia/Dubai',
  'UTC',
  'America/New_York',
  'Europe/Berlin',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
];

/** What the runtime's own tables say, asked another way. */
function clockBy(zone: string, instant: number): string {
  const parts = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'short',
  });
  return parts.format(new Date(instant));
}

describe('zones', () => {
  test.each(zones)('%s agrees with the runtime, month by month', (zone) => {
    for (let year = 1993; year <= 2040; year += 1) {
      for (let month = 0; month < 12; month += 1) {
        const instant = Date.UTC(year, month, 15, 13, 7);
        expect(clockInZone(instant, zone)).toBe(clockBy(zone, instant));
        expect(instantOfLocal(localMinuteOf(instant, zone), zone)).toBe(instant);
      }
    }
  });

  test('before 1993 the table is not asked: Shanghai had summer time', () => {
    expect(clockInZone(Date.UTC(1990, 6, 1, 0, 0), 'Asia/Shanghai')).toBe('1990-07-01 09:00');
  });

  test('an hour that clocks show twice is the first, one they leave out is told as before', () => {
    const minute = (text: string) => Date.parse(`${text}Z`) / 60_000;
    const berlin = (text: string) => instantText(instantOfLocal(minute(text), 'Europe/Berlin'));
    expect(berlin('2016-10-30T02:30')).toBe('2016-10-30T00:30:00Z');
    expect(berlin('2016-10-30T03:30')).toBe('2016-10-30T02:30:00Z');
    expect(berlin('2016-03-27T02:30')).toBe('2016-03-27T01:30:00Z');
    expect(berlin('2016-03-27T03:30')).toBe('2016-03-27T01:30:00Z');
  });

  test('the date of an instant is the zone’s', () => {
    expect(dateInZone(Date.parse('2016-11-10T16:00:00Z'), 'Asia/Shanghai')).toBe('2016-11-11');
    expect(dateInZone(Date.parse('2016-11-10T15:59:59Z'), 'Asia/Shanghai')).toBe('2016-11-10');
  });
});

describe('instants', () => {
  test.each([
    ['2016-10-26T10:00:00+08:00', '2016-10-26T02:00:00Z'],
    ['2016-10-26T10:00+08:00', '2016-10-26T02:00:00Z'],
    ['2016-10-26T02:00:00Z', '2016-10-26T02:00:00Z'],
    ['2016-10-26T02:00:00.25Z', '2016-10-26T02:00:00.250Z'],
    ['2016-02-29T23:30:00-00:30', '2016-03-01T00:00:00Z'],
  ])('%s', (written, read) => {
    expect(instantText(parseInstant(written) ?? Number.NaN)).toBe(read);
  });

  test.each([
    '2016-10-26',
    '2016-10-26T10:00:00',
    '2016-10-26 10:00:00+08:00',
    '2016-02-30T10:00:00Z',
    '2016-13-01T10:00:00Z',
    '2016-10-26T24:00:00Z',
    '2016-10-26T10:60:00Z',
    '2016-10-26T10:00:00+25:00',
    'now',
    '',
  ])('%j is none', (written) => {
    expect(parseInstant(written)).toBeUndefined();
  });
});
