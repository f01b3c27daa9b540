-- How a film comes out, by territory: each save is a version of its own, and stays.

create table release_plan (
  film_id     varchar(12) not null references film,
  version     integer     not null,
  -- as JSON, as a request for it keeps them
  territories ${text}     not null,
  saved_by    varchar(64) not null,
  saved_at    timestamp with time zone not null,
  primary key (film_id, version)
);

-- Which versions were approved. The one that was last approved counts, as far as its approval does.
create table release_approval (
  approval_key  varchar(40) primary key references approval,
  film_id       varchar(12) not null,
  version       integer     not null,
  -- the approval that an executive producer decided, from which changes are counted
  measured_from varchar(40) not null,
  approved_at   timestamp with time zone not null,
  foreign key (film_id, version) references release_plan
);
create index release_approval_by_film on release_approval (film_id, approved_at);

-- The dates that an approved plan sets: what is delivered, and what opens.
create table release_date (
  approval_key varchar(40)  not null references release_approval,
  position     integer      not null,
  territory    varchar(100) not null,
  kind         varchar(20)  not null,
  what         varchar(100) not null,
  due          date         not null,
  primary key (approval_key, position)
);
