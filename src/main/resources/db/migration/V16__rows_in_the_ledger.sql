-- What the tables hold, as the ledger keeps it: who changes a row past the product is found by it.

-- SHA-256 over the rows that were written together with the entry; null for an entry that is older than this.
alter table ledger_entry add column rows_sha256 varchar(64);

-- A row as a transaction left it; no content if it is gone. The newest of each key is what the table has to hold.
create table ledger_row (
  id         bigint generated always as identity primary key,
  -- the entry that it was written together with
  film_id    varchar(12)  not null,
  number     bigint       not null,
  table_name varchar(63)  not null,
  row_key    varchar(500) not null,
  content    ${text}
);
create index ledger_row_by_entry on ledger_row (film_id, number, id);
create index ledger_row_by_key on ledger_row (table_name, row_key, id);
