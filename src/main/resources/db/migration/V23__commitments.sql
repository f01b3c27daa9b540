-- What an approval binds a film to pay, before it is spent.

create table commitment (
  approval_key varchar(40)  primary key references approval,
  film_id      varchar(12)  not null references film,
  account      varchar(12)  not null,
  amount_minor bigint       not null,
  what         varchar(500) not null,
  committed_at timestamp with time zone not null
);
create index commitment_by_account on commitment (film_id, account);
