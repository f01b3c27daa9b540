-- What a film's distributors get, item by item, and where each stands.

create table delivery_item (
  film_id       varchar(12)   not null references film,
  -- from 1, one of its film's own
  number        integer       not null,
  distributor   varchar(100)  not null,
  item          varchar(100)  not null,
  specification varchar(1000) not null,
  essential     boolean       not null,
  -- null if no day is agreed
  due           date,
  state         varchar(12)   not null,
  -- the SHA-256 of a document of the film; null if nothing shows it
  evidence      varchar(64),
  note          varchar(1000) not null,
  set_by        varchar(64)   not null,
  set_at        timestamp with time zone not null,
  primary key (film_id, number),
  unique (film_id, distributor, item)
);
