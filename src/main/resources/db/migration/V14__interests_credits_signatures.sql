-- Who has an interest in a matter does not decide it.

create table interest (
  id          bigint generated always as identity primary key,
  film_id     varchar(12)  not null references film,
  person      varchar(64)  not null,
  nature      varchar(20)  not null,
  description varchar(500) not null,
  -- the kinds of approval that it concerns, with commas; null for every kind
  matters     varchar(500),
  -- the one account that it concerns; null for the film as a whole
  account     varchar(12),
  declared_by varchar(64)  not null,
  declared_at timestamp with time zone not null,
  ended_by    varchar(64),
  ended_at    timestamp with time zone
);
create index interest_by_film on interest (film_id, id);

-- What the titles call somebody. It is no role, and gives no authority.
create table credit (
  id        bigint generated always as identity primary key,
  film_id   varchar(12)  not null references film,
  person    varchar(64)  not null,
  title     varchar(100) not null,
  agreed_by varchar(64)  not null,
  agreed_at timestamp with time zone not null,
  unique (film_id, person, title)
);

-- What was signed, as a fingerprint: if it changes afterwards, the approval is void.
alter table approval add column sealed_sha256 char(64);
alter table approval add column void_because varchar(2000);

create table signature_void (
  approval_key varchar(40)   primary key references approval,
  voided_key   varchar(40)   not null references approval,
  because      varchar(2000) not null,
  signers      ${text}       not null
);

-- What was approved is opened again by a request of its own.
create table reopening (
  approval_key varchar(40)   primary key references approval,
  reopens      varchar(40)   not null references approval,
  reason       varchar(2000) not null,
  -- the roles whose consent is asked, with commas
  consents     varchar(200)  not null
);
create index reopening_by_reopened on reopening (reopens);
