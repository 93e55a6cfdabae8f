import type { Migration } from '../migrations'

/**
 * `events` is the journal: appended to, never changed, under the chain. `payloads` holds what may be purged.
 * `entries` and `claims` are an index made from the events and checked against them on every opening.
 */
export const journalMigrations: readonly Migration[] = [
  {
    version: 1,
    sql: `
      create table events (
        seq integer primary key,
        entry text not null,
        ordinal integer not null,
        at integer not null,
        type text not null,
        body text not null,
        payload_digest blob,
        mac blob not null,
        unique (entry, ordinal)
      ) strict;
      create trigger events_are_not_changed before update on events
        begin select raise(abort, 'events are not changed'); end;
      create trigger events_are_not_removed before delete on events
        begin select raise(abort, 'events are not removed'); end;

      create table payloads (
        seq integer primary key references events (seq),
        salt blob not null,
        content text not null
      ) strict;

      create table entries (
        id text primary key,
        created integer not null unique,
        profile text not null,
        order_reference text not null,
        state text not null,
        settled integer not null,
        document text not null
      ) strict;
      create index entries_newest on entries (profile, created);
      create index entries_of_order on entries (profile, order_reference, created);
      create index entries_by_state on entries (profile, state, created);
      create index entries_unsettled on entries (created) where settled = 0;

      create table claims (
        profile text not null,
        order_reference text not null,
        claim text not null,
        entry text not null,
        primary key (profile, order_reference, claim)
      ) strict, without rowid;
    `,
  },
  {
    // All entries of one command, without reading everything else about its order.
    version: 2,
    sql: `create index entries_of_group on entries (json_extract(document, '$.group'), created);`,
  },
  {
    // Events that versions before do not know (`gap-accepted`, `purged`): they have to leave such a file alone. And all
    // entries of one order, whatever profile they were asked for with.
    version: 3,
    sql: `create index entries_of_reference on entries (order_reference, created);`,
  },
  {
    // Batches are working state beside the chain: what they sent is in the events, who confirmed it as well.
    version: 4,
    sql: `
      create table batches (
        id text primary key,
        created integer not null,
        profile text not null,
        state text not null,
        document text not null
      ) strict;
      create index batches_newest on batches (profile, created);

      create table batch_lines (
        batch text not null references batches (id),
        line integer not null,
        unsent integer not null,
        document text not null,
        primary key (batch, line)
      ) strict, without rowid;

      alter table entries add column batch text;
      alter table entries add column line integer;
      create index entries_of_batch on entries (batch, line, created) where batch is not null;
    `,
  },
  {
    // Lines that change nothing at the API are no operations: how they stand is theirs. And all lines of one order.
    version: 5,
    sql: `
      alter table batch_lines add column state text;
      alter table batch_lines add column at integer;
      create index batch_lines_of_order on batch_lines (json_extract(document, '$.order'));
    `,
  },
  {
    // Requests to be forgotten are working state as well: what they sent is in the events. Of those that ended, digests say
    // whose they were to whoever has the key and the address.
    version: 6,
    sql: `
      create table privacy_requests (
        id text primary key,
        created integer not null,
        profile text not null,
        state text not null,
        document text not null
      ) strict;
      create index privacy_requests_newest on privacy_requests (profile, created);

      create table erased_people (
        digest text not null,
        request text not null references privacy_requests (id),
        primary key (digest, request)
      ) strict, without rowid;
    `,
  },
  {
    // Files that one order was written to by itself, outside any batch, so that it can be said later where they are.
    version: 7,
    sql: `
      create table made_files (
        path text primary key,
        profile text not null,
        order_reference text not null,
        at integer not null
      ) strict, without rowid;
      create index made_files_of_order on made_files (order_reference);
    `,
  },
  {
    // Several profiles may work as one account: a file that was made with one of them is of the order for all of them.
    version: 8,
    sql: `alter table made_files add column account text;`,
  },
]
