-- What an approval binds a film to pay, on each account that it names. A table of its own: the ledger knows
-- the rows of the one before by another key.
create table account_commitment (
  approval_key varchar(40)  not null references approval,
  account      varchar(12)  not null,
  film_id      varchar(12)  not null references film,
  amount_minor bigint       not null,
  what         varchar(500) not null,
  committed_at timestamp with time zone not null,
  primary key (approval_key, account)
);
insert into account_commitment (approval_key, account, film_id, amount_minor, what, committed_at)
select approval_key, account, film_id, amount_minor, what, committed_at from commitment;
drop table commitment;
create index account_commitment_by_account on account_commitment (film_id, account);

-- Contracts, from when they are asked for.
create table contract (
  approval_key    varchar(40)  primary key references approval,
  film_id         varchar(12)  not null references film,
  number          integer      not null,
  counterparty    varchar(200) not null,
  -- the same as names are compared
  party_key       varchar(400) not null,
  country         varchar(2)   not null,
  type            varchar(20)  not null,
  purpose         varchar(200) not null,
  amount_minor    bigint       not null,
  above_the_line  boolean      not null,
  -- separated by commas
  flags           varchar(200) not null,
  term_start      date         not null,
  term_end        date,
  document        varchar(64)  not null,
  -- the contract on which it is based
  amends          varchar(40)  references contract,
  approved_at     timestamp with time zone,
  signed_document varchar(64),
  signed_on       date,
  signed_by       varchar(64),
  signed_at       timestamp with time zone,
  unique (film_id, number)
);
create index contract_by_party on contract (film_id, party_key);

create table contract_amount (
  approval_key varchar(40) not null references contract,
  position     integer     not null,
  account      varchar(12) not null,
  amount_minor bigint      not null,
  primary key (approval_key, position)
);

-- The payment calendar: due on a day, or once something is reached.
create table contract_payment (
  approval_key varchar(40) not null references contract,
  position     integer     not null,
  amount_minor bigint      not null,
  due          date,
  milestone    varchar(200),
  primary key (approval_key, position)
);

-- All roles together, by their names, have outgrown it: who signed is told of a void signature in whatever role.
alter table question alter column asked_groups set data type varchar(1000);
