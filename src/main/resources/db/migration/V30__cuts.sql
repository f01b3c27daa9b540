-- The cuts of a film as they are handed in, and what is agreed about its final cut.

create table film_cut (
  film_id      varchar(12)    not null references film,
  version      integer        not null,
  saved_by     varchar(64)    not null,
  saved_at     timestamp with time zone not null,
  label        varchar(40)    not null,
  stage        varchar(20)    not null,
  running_time varchar(12)    not null,
  frame_rate   varchar(20)    not null,
  file         varchar(200)   not null,
  timeline     char(64)       not null,
  note         varchar(16000) not null,
  approved_by  varchar(40) references approval,
  approved_at  timestamp with time zone,
  locked_by    varchar(40) references approval,
  primary key (film_id, version),
  unique (film_id, label),
  foreign key (film_id, timeline) references film_document
);

create table final_cut (
  film_id            varchar(12) primary key references film,
  holder             varchar(64),
  directors_cut_days integer     not null,
  directors_cut_from date,
  handed_over_on     date,
  shortest_minutes   integer,
  longest_minutes    integer
);
