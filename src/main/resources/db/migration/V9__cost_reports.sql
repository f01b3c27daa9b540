-- What a film has cost and will cost, as reported week by week. A report stays as it was imported.

create table cost_report (
  film_id        varchar(12)  not null references film,
  number         integer      not null,
  week_ending    date         not null,
  -- why the estimates changed, for lines that say nothing else
  reason         varchar(2000),
  file_sha256    char(64)     not null,
  budget_version integer      not null,
  budget_locked  boolean      not null,
  imported_by    varchar(64)  not null,
  imported_at    timestamp with time zone not null,
  primary key (film_id, number),
  unique (film_id, week_ending)
);

create table cost_line (
  film_id           varchar(12)  not null,
  number            integer      not null,
  account           varchar(12)  not null,
  position          integer      not null,
  description       varchar(200) not null,
  section           varchar(12)  not null,
  -- the account's budget as it stood then
  budgeted_minor    bigint       not null,
  changes_minor     bigint       not null,
  overage_minor     bigint       not null,
  actual_minor      bigint       not null,
  commitments_minor bigint       not null,
  etc_minor         bigint       not null check (etc_minor >= 0),
  -- why the estimated final cost changed
  reason            varchar(2000),
  primary key (film_id, number, account),
  foreign key (film_id, number) references cost_report
);
create index cost_line_by_account on cost_line (film_id, account, number);

-- An estimated final cost above the secured funds, as it was put to the executive producer.
create table cost_overrun (
  approval_key  varchar(40) primary key references approval,
  film_id       varchar(12) not null,
  report        integer     not null,
  efc_minor     bigint      not null,
  secured_minor bigint      not null,
  -- what whoever asks means to do about it
  plan          varchar(2000),
  accepted_at   timestamp with time zone,
  foreign key (film_id, report) references cost_report
);
create index cost_overrun_by_film on cost_overrun (film_id);

-- A variance that somebody is asked to explain.
create table cost_variance (
  approval_key varchar(40) primary key references approval,
  film_id      varchar(12) not null,
  report       integer     not null,
  account      varchar(12) not null,
  -- what the variance table said of it
  explained_by varchar(30) not null,
  because      varchar(2000) not null,
  foreign key (film_id, report, account) references cost_line
);
create index cost_variance_by_account on cost_variance (film_id, account);
