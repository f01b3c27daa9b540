-- The ledger: a chain of entries for each film. No foreign key leads out of it: it outlives what it tells of.

create table ledger_entry (
  film_id       varchar(12)  not null,
  number        bigint       not null,
  at            timestamp with time zone not null,
  happening     varchar(40)  not null,
  approval_key  varchar(40),
  person        varchar(64),
  role          varchar(30),
  on_behalf_of  varchar(30),
  seen          varchar(64),
  -- JSON, its names in order
  facts         varchar(100000) not null,
  previous_hash varchar(64)  not null,
  hash          varchar(64)  not null,
  primary key (film_id, number)
);
create index ledger_entry_by_approval on ledger_entry (film_id, approval_key, number);

-- Where each chain ends: what the next entry follows on, and the row by which writers wait for each other.
-- While it names an entry, H2 does not truncate the entries.
create table ledger_head (
  film_id varchar(12) primary key,
  number  bigint      not null,
  hash    varchar(64) not null,
  foreign key (film_id, number) references ledger_entry
);
