-- Our own records. Money is in minor units (cents) of the film's currency; times are UTC.

create table film (
  id                      varchar(12)  primary key,
  title                   varchar(200) not null,
  currency                char(3)      not null,
  phase                   varchar(20)  not null,
  vision                  varchar(2000),
  vision_frozen_at        timestamp with time zone,
  shooting_days           integer      not null default 0,
  shooting_days_completed integer      not null default 0,
  check (shooting_days_completed between 0 and shooting_days)
);

create table team_member (
  film_id  varchar(12) not null references film,
  person   varchar(64) not null,
  role     varchar(30) not null,
  from_day date        not null,
  to_day   date,
  primary key (film_id, person, role, from_day)
);
create index team_member_by_person on team_member (person, film_id);

create table document (
  sha256     char(64) primary key,
  size_bytes bigint   not null,
  content    ${blob}  not null
);

create table film_document (
  film_id     varchar(12)  not null references film,
  sha256      char(64)     not null references document,
  file_name   varchar(200) not null,
  media_type  varchar(200) not null,
  uploaded_by varchar(64)  not null,
  uploaded_at timestamp with time zone not null,
  primary key (film_id, sha256)
);

create table approval_counter (
  film_id     varchar(12) not null references film,
  kind        varchar(20) not null,
  last_number integer     not null,
  primary key (film_id, kind)
);

create table approval (
  approval_key        varchar(40)  primary key,
  kind                varchar(20)  not null,
  film_id             varchar(12)  not null references film,
  process_instance_id varchar(64)  not null unique,
  subject             varchar(500) not null,
  requester           varchar(64)  not null,
  requester_role      varchar(30)  not null,
  state               varchar(20)  not null,
  amount_minor        bigint,
  requested_at        timestamp with time zone not null,
  settled_at          timestamp with time zone
);
create index approval_by_film on approval (film_id, requested_at);

create table decision (
  id               bigint generated always as identity primary key,
  approval_key     varchar(40)   not null references approval,
  step             varchar(100)  not null,
  step_name        varchar(200)  not null,
  person           varchar(64),
  person_role      varchar(30)   not null,
  outcome          varchar(30)   not null,
  decision_comment varchar(2000) not null,
  decided_at       timestamp with time zone not null
);
create index decision_by_approval on decision (approval_key, id);

create table budget_version (
  film_id             varchar(12) not null references film,
  number              integer     not null,
  state               varchar(10) not null,
  control_total_minor bigint,
  raised_from         integer,
  created_by          varchar(64) not null,
  created_at          timestamp with time zone not null,
  locked_by           varchar(40) references approval,
  locked_at           timestamp with time zone,
  primary key (film_id, number),
  foreign key (film_id, raised_from) references budget_version
);

create table budget_account (
  film_id        varchar(12)  not null,
  version        integer      not null,
  account        varchar(12)  not null,
  position       integer      not null,
  description    varchar(200) not null,
  section        varchar(12)  not null,
  contingency    boolean      not null,
  budgeted_minor bigint       not null,
  primary key (film_id, version, account),
  foreign key (film_id, version) references budget_version
);

-- What approved budget changes did to an account, once for each approval.
create table budget_posting (
  film_id      varchar(12) not null,
  version      integer     not null,
  account      varchar(12) not null,
  approval_key varchar(40) not null references approval,
  posting      varchar(10) not null,
  amount_minor bigint      not null,
  posted_at    timestamp with time zone not null,
  primary key (film_id, version, account, approval_key),
  foreign key (film_id, version, account) references budget_account
);

create table budget_change (
  approval_key varchar(40)   primary key references approval,
  version      integer       not null,
  kind         varchar(12)   not null,
  from_account varchar(12),
  to_account   varchar(12)   not null,
  amount_minor bigint        not null check (amount_minor > 0),
  reason       varchar(2000) not null,
  -- what the authority table said of it
  decided_by   varchar(30),
  consents     varchar(200),
  because      varchar(2000)
);

create table script_draft (
  film_id      varchar(12) not null references film,
  label        varchar(40) not null,
  sha256       char(64)    not null,
  state        varchar(12) not null,
  approval_key varchar(40) not null references approval,
  submitted_by varchar(64) not null,
  submitted_at timestamp with time zone not null,
  approved_at  timestamp with time zone,
  primary key (film_id, label),
  foreign key (film_id, sha256) references film_document
);

create table script_submission (
  approval_key varchar(40)   primary key references approval,
  label        varchar(40)   not null,
  summary      varchar(2000) not null
);

create table greenlight_package (
  approval_key        varchar(40)   primary key references approval,
  logline             varchar(500)  not null,
  vision              varchar(2000) not null,
  budget_version      integer,
  script_draft        varchar(40),
  schedule_start      date,
  schedule_end        date,
  secured_funds_minor bigint
);
