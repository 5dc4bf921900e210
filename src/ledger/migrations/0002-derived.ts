import type { Migration } from './migration.js';

/** What follows from the events, with the constraints by which the database itself refuses what must not be. */
export const derived: Migration = ({ whole, table, small }) => [
  `create table kanli_head (
    platform text not null primary key,
    seq ${whole} not null check (seq >= 0),
    hash text not null,
    bookings ${whole} not null check (bookings >= 0),
    timezone text not null
  ) ${table}`,
  `create table kanli_booking (
    platform text not null,
    number text not null,
    state text not null check (state in ('held', 'booked', 'released', 'expired', 'replaced', 'cancelled')),
    revision ${whole} not null check (revision >= 1),
    expires ${whole} not null,
    client text not null,
    package text not null,
    quote text not null,
    first_quote text not null,
    body text not null,
    primary key (platform, number)
  ) ${table}`,
  'create index kanli_booking_deal on kanli_booking (platform, client, package)',
  `create table kanli_spot (
    platform text not null,
    booking text not null,
    line ${whole} not null,
    day ${whole} not null,
    last_day ${whole} not null,
    resource text not null,
    wave ${whole} not null check (wave in (0, 1)),
    body text not null,
    primary key (platform, booking, line, day)
  ) ${table}`,
  'create index kanli_spot_place on kanli_spot (platform, resource, day)',
  'create index kanli_spot_wave on kanli_spot (platform, day) where wave = 1',
  `create table kanli_counter (
    platform text not null,
    kind text not null check (kind in ('time', 'date', 'impressions', 'per-day')),
    resource text not null,
    slot ${whole} not null,
    used ${whole} not null,
    bound ${whole} not null,
    primary key (platform, kind, resource, slot),
    check (used between 0 and bound)
  ) ${small}`,
  `create table kanli_day (
    platform text not null,
    resource text not null,
    day ${whole} not null,
    timed ${whole} not null check (timed >= 0),
    dated ${whole} not null check (dated >= 0),
    exclusive ${whole} not null check (exclusive >= 0),
    uncategorised ${whole} not null check (uncategorised >= 0),
    primary key (platform, resource, day),
    check (dated = 0 or timed = 0)
  ) ${small}`,
  `create table kanli_category (
    platform text not null,
    resource text not null,
    day ${whole} not null,
    category text not null,
    brands ${whole} not null check (brands >= 0),
    exclusive ${whole} not null check (exclusive >= 0),
    primary key (platform, resource, day, category),
    check (exclusive = 0 or brands <= 1)
  ) ${small}`,
  `create table kanli_brand (
    platform text not null,
    resource text not null,
    day ${whole} not null,
    category text not null,
    brand text not null,
    spots ${whole} not null check (spots >= 0),
    primary key (platform, resource, day, category, brand)
  ) ${small}`,
  `create table kanli_deal (
    platform text not null,
    client text not null,
    package text not null,
    holds ${whole} not null check (holds >= 0),
    primary key (platform, client, package)
  ) ${table}`,
  `create table kanli_key (
    platform text not null,
    key text not null,
    seq ${whole} not null,
    primary key (platform, key)
  ) ${table}`,
];
