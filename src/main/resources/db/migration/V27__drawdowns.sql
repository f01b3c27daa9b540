-- When which source of the finance plan may be drawn, and what was.

-- Each save is a version of its own, and stays.
create table cash_flow (
  film_id  varchar(12) not null references film,
  version  integer     not null,
  saved_by varchar(64) not null,
  saved_at timestamp with time zone not null,
  primary key (film_id, version)
);

create table cash_flow_tranche (
  film_id    varchar(12)  not null,
  version    integer      not null,
  position   integer      not null,
  source     varchar(200) not null,
  tranche    varchar(60)  not null,
  -- the first day on which it may be drawn
  earliest   date         not null,
  milestone  varchar(500),
  most_minor bigint       not null check (most_minor > 0),
  primary key (film_id, version, position),
  foreign key (film_id, version) references cash_flow
);

-- Who may be paid what is drawn; of the account no more is kept than its end.
create table payee (
  id           bigint generated always as identity primary key,
  film_id      varchar(12)  not null references film,
  name         varchar(200) not null,
  account_ends varchar(4)   not null,
  approved_by  varchar(64)  not null,
  approved_at  timestamp with time zone not null,
  ended_by     varchar(64),
  ended_at     timestamp with time zone
);
create index payee_by_film on payee (film_id, id);

create table drawdown (
  approval_key  varchar(40)  primary key references approval,
  film_id       varchar(12)  not null references film,
  source        varchar(200) not null,
  tranche       varchar(60)  not null,
  amount_minor  bigint       not null check (amount_minor > 0),
  value_date    date         not null,
  -- by which it is asked what has arrived
  receipt_key   varchar(40)  references approval,
  -- null until it was entered
  arrived_minor bigint check (arrived_minor >= 0),
  arrived_on    date
);
create index drawdown_by_source on drawdown (film_id, source);
