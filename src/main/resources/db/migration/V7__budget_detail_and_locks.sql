-- What is under the accounts of a budget version, and the requests to lock one.

-- What the version says, as one fingerprint; null for a version that is older than this.
alter table budget_version add column content_sha256 char(64);
-- The version that was locked in its place.
alter table budget_version add column superseded_by integer;

-- What one unit of another currency is in the film's.
create table budget_rate (
  film_id  varchar(12)    not null,
  version  integer        not null,
  currency char(3)        not null,
  rate     numeric(20, 8) not null check (rate > 0),
  primary key (film_id, version, currency),
  foreign key (film_id, version) references budget_version
);

create table budget_fringe (
  film_id      varchar(12)   not null,
  version      integer       not null,
  name         varchar(20)   not null,
  position     integer       not null,
  percentage   numeric(9, 4) not null,
  cutoff_minor bigint,
  primary key (film_id, version, name),
  foreign key (film_id, version) references budget_version
);

-- One line of detail, its amount in its own currency. The names of its fringes have a + between them.
create table budget_detail (
  film_id      varchar(12)  not null,
  version      integer      not null,
  account      varchar(12)  not null,
  position     integer      not null,
  detail       varchar(40)  not null,
  description  varchar(200) not null,
  quantity     numeric(20, 6),
  unit         varchar(20),
  rate         numeric(20, 6),
  currency     char(3)      not null,
  amount_minor bigint       not null,
  fringes      varchar(220) not null,
  primary key (film_id, version, account, position),
  foreign key (film_id, version, account) references budget_account
);

-- A version is submitted while such a request is pending.
create table budget_lock (
  approval_key varchar(40)   primary key references approval,
  film_id      varchar(12)   not null,
  version      integer       not null,
  note         varchar(2000) not null,
  foreign key (film_id, version) references budget_version
);
create index budget_lock_by_version on budget_lock (film_id, version);

-- Until now a version that an increase replaced stayed locked beside the new one.
update budget_version set state = 'SUPERSEDED',
  superseded_by = (select min(newer.number) from budget_version newer
                   where newer.film_id = budget_version.film_id and newer.state = 'LOCKED'
                     and newer.number > budget_version.number)
where state = 'LOCKED'
  and exists (select 1 from budget_version newer
              where newer.film_id = budget_version.film_id and newer.state = 'LOCKED'
                and newer.number > budget_version.number);
