-- The committee that votes on a greenlight, and the conditions that one is given on.

alter table film alter column phase set data type varchar(30);

-- A step that is asked several times at once: which of them a task asks, and whose alone it is.
alter table question add column about varchar(64);
alter table question add column asked_person varchar(64);

-- A committee is never changed: another one takes its place, and requests keep the one they began with.
create table committee (
  id           bigint generated always as identity primary key,
  quorum       integer     not null,
  majority     varchar(12) not null,
  -- a period as ISO 8601 has it
  deadline     varchar(40) not null,
  votes_hidden boolean     not null,
  set_by       varchar(64) not null,
  set_at       timestamp with time zone not null
);

create table committee_seat (
  committee_id bigint       not null references committee,
  number       integer      not null,
  title        varchar(100) not null,
  person       varchar(64)  not null,
  may_veto     boolean      not null,
  primary key (committee_id, number)
);

-- Which committee counts for requests to come: a film's own, or under '*' the company's.
create table committee_policy (
  scope        varchar(12) primary key,
  committee_id bigint not null references committee
);

create table greenlight_committee (
  approval_key varchar(40) primary key references approval,
  committee_id bigint not null references committee
);

create table committee_round (
  approval_key     varchar(40) not null references greenlight_committee,
  number           integer     not null,
  -- how many decisions there were when it began: only later ones count
  decisions_before integer     not null,
  opened_at        timestamp with time zone not null,
  due_at           timestamp with time zone not null,
  counted_at       timestamp with time zone,
  votes_for        integer,
  votes_against    integer,
  abstained        integer,
  result           varchar(12),
  primary key (approval_key, number)
);

-- Who was asked to vote in it.
create table committee_voter (
  approval_key varchar(40) not null,
  round        integer     not null,
  seat         integer     not null,
  primary key (approval_key, round, seat),
  foreign key (approval_key, round) references committee_round
);

create table greenlight_condition (
  approval_key       varchar(40)   not null references approval,
  number             integer       not null,
  -- each approval on conditions sets conditions of its own; the last ones count
  set_number         integer       not null,
  wording            varchar(500)  not null,
  owner_role         varchar(30)   not null,
  owner_person       varchar(64),
  evidence_asked     varchar(500)  not null,
  due                date          not null,
  state              varchar(10)   not null,
  reported_by        varchar(64),
  reported_at        timestamp with time zone,
  evidence_sha256    char(64),
  evidence_reference varchar(200),
  evidence_words     varchar(2000),
  -- who confirmed, sent back, waived or extended it last, and why
  moved_by           varchar(64),
  moved_at           timestamp with time zone,
  moved_because      varchar(2000),
  primary key (approval_key, number)
);

-- While a film is greenlit on conditions: by which approval, and what its vision was before.
create table greenlit_on_conditions (
  film_id       varchar(12) primary key references film,
  approval_key  varchar(40) not null references approval,
  vision_before varchar(2000)
);
