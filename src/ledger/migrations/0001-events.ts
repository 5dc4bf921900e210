import type { Migration } from './migration.js';

/** The truth: a chain of events for each platform, and the cards and quotes they speak of. */
export const events: Migration = ({ whole, table }) => [
  `create table kanli_event (
    platform text not null,
    seq ${whole} not null check (seq >= 1),
    hash text not null,
    booking text not null,
    body text not null,
    primary key (platform, seq)
  ) ${table}`,
  'create index kanli_event_booking on kanli_event (platform, booking, seq)',
  `create table kanli_archive (
    platform text not null,
    digest text not null,
    kind text not null check (kind in ('RateCard', 'Quote')),
    body text not null,
    primary key (platform, digest)
  ) ${table}`,
];
