-- Drafts by number, the lock of a script, its revision sets, what has to be cleared, and who has a copy.

alter table script_draft add column number integer;
alter table script_draft add column draft_date date;
-- of the paper; null until the script is locked
alter table script_draft add column colour varchar(40);
-- null for a draft that is older than this, or whose file was not looked at
alter table script_draft add column format varchar(12);
alter table script_draft add column pages integer;
alter table script_draft add column pages_basis varchar(10);

update script_draft set
  draft_date = cast(submitted_at at time zone 'UTC' as date),
  number = (select count(*) from script_draft earlier
            where earlier.film_id = script_draft.film_id
              and (earlier.submitted_at < script_draft.submitted_at
                   or (earlier.submitted_at = script_draft.submitted_at
                       and earlier.label <= script_draft.label)));

alter table script_draft alter column number set not null;
alter table script_draft alter column draft_date set not null;
alter table script_draft add constraint script_draft_by_number unique (film_id, number);

create table script_lock (
  approval_key varchar(40)   primary key references approval,
  film_id      varchar(12)   not null,
  draft        integer       not null,
  note         varchar(2000) not null,
  -- null until it takes effect
  locked_at    timestamp with time zone,
  foreign key (film_id, draft) references script_draft (film_id, number)
);
create index script_lock_by_film on script_lock (film_id);

-- Every scene number that the locked script has used, in the order of the script.
create table script_locked_scene (
  film_id varchar(12)  not null references film,
  number  varchar(10)  not null,
  place   integer      not null,
  heading varchar(300) not null,
  omitted boolean      not null,
  primary key (film_id, number)
);

create table script_revision (
  approval_key varchar(40) primary key references approval,
  film_id      varchar(12) not null,
  -- the draft that it revises
  base         integer     not null,
  colour       varchar(40) not null,
  foreign key (film_id, base) references script_draft (film_id, number)
);
create index script_revision_by_film on script_revision (film_id);

-- A clearance report is about one document; its findings are settled one by one.
create table clearance_report (
  film_id       varchar(12) not null references film,
  number        integer     not null,
  script_sha256 char(64)    not null,
  report_sha256 char(64)    not null,
  reported_by   varchar(64) not null,
  reported_at   timestamp with time zone not null,
  primary key (film_id, number),
  unique (film_id, script_sha256, report_sha256),
  foreign key (film_id, report_sha256) references film_document
);

create table clearance_finding (
  film_id    varchar(12)   not null,
  report     integer       not null,
  number     integer       not null,
  subject    varchar(500)  not null,
  scene      varchar(10),
  severity   varchar(10)   not null,
  state      varchar(15)   not null,
  settled_by varchar(64),
  settled_at timestamp with time zone,
  how        varchar(2000),
  primary key (film_id, report, number),
  foreign key (film_id, report) references clearance_report
);

create table script_issue (
  film_id     varchar(12)  not null,
  draft       integer      not null,
  copy_number integer      not null,
  person      varchar(64),
  name        varchar(200),
  department  varchar(100),
  issued_on   date         not null,
  issued_by   varchar(64)  not null,
  state       varchar(10)  not null,
  ended_on    date,
  ended_by    varchar(64),
  primary key (film_id, draft, copy_number),
  foreign key (film_id, draft) references script_draft (film_id, number)
);
