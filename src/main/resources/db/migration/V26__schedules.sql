-- The shooting schedule, version by version, and what was shot of it, day by day.

create table schedule_version (
  film_id     varchar(12) not null references film,
  version     integer     not null,
  file_sha256 char(64)    not null,
  saved_by    varchar(64) not null,
  saved_at    timestamp with time zone not null,
  -- null until it is locked; the one that was locked last counts
  locked_by   varchar(40) references approval,
  locked_at   timestamp with time zone,
  primary key (film_id, version)
);

-- What is shot in one go: scenes of the locked script, at one place, by one unit.
create table schedule_strip (
  film_id       varchar(12)  not null,
  version       integer      not null,
  position      integer      not null,
  shooting_date date         not null,
  unit          varchar(40)  not null,
  location      varchar(200) not null,
  -- scene numbers and cast numbers, separated by commas
  scenes        varchar(500) not null,
  eighths       integer      not null,
  cast_numbers  varchar(500) not null,
  time_of_day   varchar(10)  not null,
  primary key (film_id, version, position),
  foreign key (film_id, version) references schedule_version
);

create table production_report (
  film_id          varchar(12)    not null references film,
  shooting_date    date           not null,
  scenes           varchar(2000)  not null,
  eighths          integer        not null,
  minutes          integer        not null,
  -- by the clock at the place
  wrapped          varchar(5)     not null,
  incidents        varchar(16000) not null,
  entered_by       varchar(64)    not null,
  entered_at       timestamp with time zone not null,
  -- null until another person has countersigned it
  countersigned_by varchar(64),
  countersigned_at timestamp with time zone,
  primary key (film_id, shooting_date)
);
