-- Who is engaged on a film, by which approval. Nothing writes it but that.

create table engagement (
  approval_key varchar(40)  primary key references approval,
  film_id      varchar(12)  not null references film,
  position     varchar(30)  not null,
  name         varchar(200) not null,
  -- all spellings of the name in one
  who          varchar(200) not null,
  -- the login, of whoever has one
  person       varchar(64),
  agent        varchar(200),
  loan_out     varchar(200),
  -- the character that is played
  plays        varchar(200),
  account      varchar(12),
  fee_minor    bigint,
  basis        varchar(20),
  units        integer,
  -- with fringes and extensions
  cost_minor   bigint       not null,
  starts       date         not null,
  stops        date,
  credit       varchar(100),
  -- with commas
  flags        varchar(200) not null,
  guild        varchar(100),
  state        varchar(20)  not null,
  -- the last approval that changed it
  changed_by   varchar(40)  not null references approval,
  engaged_at   timestamp with time zone not null,
  released_at  timestamp with time zone
);
create index engagement_by_film on engagement (film_id, who);

-- What was asked for, as far as it counts together: for one person, by name, login or company.
create table personnel_request (
  approval_key varchar(40)  primary key references approval,
  film_id      varchar(12)  not null references film,
  who          varchar(200) not null,
  person       varchar(64),
  loan_out     varchar(200),
  cost_minor   bigint       not null
);
create index personnel_request_by_film on personnel_request (film_id);

-- Credits are agreed with people who have no login, too.
alter table credit alter column person set data type varchar(200);

-- From when on the guarantor's consent counts.
create table completion_bond (
  film_id       varchar(12) primary key references film,
  in_force_from date        not null,
  set_by        varchar(64) not null,
  set_at        timestamp with time zone not null
);
