import type { Migration } from '../migrations'

/**
 * `orders` holds what is filtered and added up, `sort_keys` what only sorts: a walk over all orders reads little. A row
 * id is the moment of creation in milliseconds times 1024, plus a number that tells orders of one moment apart, so that
 * row ids follow creation. Times are milliseconds since 1970 UTC, amounts minor units of `currency`.
 */
export const mirrorMigrations: readonly Migration[] = [
  {
    version: 1,
    sql: `
      create table orders (
        id integer primary key,
        reference text not null unique,
        asked_at integer not null,
        version integer,
        modified integer,
        travel_first integer,
        travel_last integer,
        weekdays integer not null,
        lead_days integer,
        status text,
        payment text not null,
        channel text,
        currency text,
        total integer,
        fee integer,
        refunded integer,
        margin integer,
        redeemed integer not null,
        tickets integer not null,
        open integer not null,
        over integer not null
      ) strict;
      create index orders_by_modified on orders (modified);
      create index orders_by_travel on orders (travel_first);
      -- Of the orders that travel more than once: the others stand in the index before.
      create index orders_by_last_travel on orders (travel_last) where travel_last > travel_first;
      create index orders_by_tickets on orders (tickets);
      create index orders_by_status on orders (status);
      create index orders_by_payment on orders (payment);
      create index orders_by_version on orders (version);

      create table sort_keys (
        id integer primary key,
        reference text,
        external_reference text,
        guest text,
        email text,
        products text,
        suppliers text,
        channel text,
        created_by text,
        distributor text,
        total text
      ) strict;

      -- Travel moments of the orders that have more than a first and a last one.
      create table moments (
        id integer not null,
        at integer not null,
        primary key (id, at)
      ) strict, without rowid;
      create index moments_by_at on moments (at);

      create table shown (id integer primary key, row text not null) strict;
      create table documents (id integer primary key, asked_at integer not null, doc blob not null) strict;
      create table meta (name text primary key, value text not null) strict, without rowid;

      -- The words come folded and split: this tokenizer leaves them alone. What is deleted is really gone.
      create virtual table words using fts5 (text, content = '', detail = none, prefix = '1 2 3 4', tokenize = 'ascii');
      insert into words (words, rank) values ('secure-delete', 1);
    `,
  },
  {
    version: 2,
    sql: `
      -- What a person has put by, as JSON: own views and remembered searches. The API does not have it.
      create table kept (name text primary key, value text not null) strict, without rowid;
    `,
  },
  {
    version: 3,
    sql: `
      -- Files with orders that were written outside this store, so that it can be said later where they are.
      create table exports (path text primary key, at integer not null, kind text not null, orders integer not null)
        strict, without rowid;
    `,
  },
  {
    version: 4,
    sql: `
      -- Days of travel on the activity's own calendar, counted from 1970: a moment alone does not tell them.
      alter table orders add column first_day integer;
      alter table orders add column last_day integer;
      -- Of the orders that travel on more than two days: all of them.
      create table days (
        id integer not null,
        day integer not null,
        primary key (id, day)
      ) strict, without rowid;
      create index days_by_day on days (day);
      drop table moments;

      insert into days (id, day)
        select distinct id, unixepoch(substr(at, 1, 10)) / 86400 from (
          select s.id, trim(json_extract(t.value, '$.at')) as at from shown s, json_each(s.row, '$.travel') t
        ) where unixepoch(substr(at, 1, 10)) is not null and (at glob '*[zZ]' or at glob '*[+-][0-9][0-9]:[0-9][0-9]');
      update orders set
        first_day = (select min(day) from days where days.id = orders.id),
        last_day = (select max(day) from days where days.id = orders.id);
      delete from days where id in (select id from days group by id having count(*) <= 2);
    `,
  },
  {
    version: 5,
    sql: `
      -- Those that are held get the next best thing, until they are read again: documents are packed.
      alter table orders add column cancelled integer;
      update orders set cancelled = modified where status = 'ORDER_CANCELLED';
      create index orders_by_cancelled on orders (cancelled) where cancelled is not null;
    `,
  },
  {
    version: 6,
    sql: `
      -- Orders to be read again from their documents, which are packed: whether their payment is settled was told otherwise before.
      create table read_again (id integer primary key) strict;
      insert into read_again (id) select id from orders where payment in ('mixed', 'failed', 'chargeback');
    `,
  },
]
