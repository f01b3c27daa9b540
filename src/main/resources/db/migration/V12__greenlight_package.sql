-- What a greenlight is decided on: how the film is paid for, what it may sell for, who is attached, what is in hand.

alter table film add column kind varchar(20) default 'FEATURE' not null;

-- Each save is a version of its own, and stays.
create table finance_plan (
  film_id  varchar(12) not null references film,
  version  integer     not null,
  saved_by varchar(64) not null,
  saved_at timestamp with time zone not null,
  primary key (film_id, version)
);

create table finance_source (
  film_id      varchar(12)   not null,
  version      integer       not null,
  position     integer       not null,
  name         varchar(200)  not null,
  kind         varchar(20)   not null,
  amount_minor bigint        not null check (amount_minor > 0),
  state        varchar(20)   not null,
  terms        varchar(1000) not null,
  -- the last day on which it holds
  expires      date,
  document     char(64),
  primary key (film_id, version, position),
  foreign key (film_id, version) references finance_plan,
  foreign key (film_id, document) references film_document
);

create table sales_estimate (
  film_id      varchar(12)  not null references film,
  version      integer      not null,
  agent        varchar(200) not null,
  estimated_on date         not null,
  document     char(64),
  saved_by     varchar(64)  not null,
  saved_at     timestamp with time zone not null,
  primary key (film_id, version),
  foreign key (film_id, document) references film_document
);

create table sales_territory (
  film_id    varchar(12)  not null,
  version    integer      not null,
  position   integer      not null,
  territory  varchar(100) not null,
  ask_minor  bigint       not null,
  take_minor bigint       not null check (take_minor > 0),
  primary key (film_id, version, position),
  foreign key (film_id, version) references sales_estimate,
  check (take_minor <= ask_minor)
);

create table key_attachment_list (
  film_id  varchar(12) not null references film,
  version  integer     not null,
  saved_by varchar(64) not null,
  saved_at timestamp with time zone not null,
  primary key (film_id, version)
);

create table key_attachment (
  film_id   varchar(12)  not null,
  version   integer      not null,
  position  integer      not null,
  name      varchar(200) not null,
  role      varchar(30)  not null,
  state     varchar(20)  not null,
  document  char(64),
  reference varchar(500),
  primary key (film_id, version, position),
  foreign key (film_id, version) references key_attachment_list,
  foreign key (film_id, document) references film_document
);

-- What no other record shows: the chain of title, insurance, the bond.
create table package_item (
  film_id   varchar(12) not null references film,
  item      varchar(30) not null,
  state     varchar(20) not null,
  owner     varchar(64),
  document  char(64),
  reference varchar(500),
  set_by    varchar(64) not null,
  set_at    timestamp with time zone not null,
  primary key (film_id, item),
  foreign key (film_id, document) references film_document
);

-- The versions that a package was filed with. What was filed before has its secured funds as a figure.
alter table greenlight_package add column finance_plan integer;
alter table greenlight_package add column sales_estimates integer;
alter table greenlight_package add column key_attachments integer;

-- The items as they were when the package was filed.
create table greenlight_package_item (
  approval_key varchar(40) not null references approval,
  item         varchar(30) not null,
  state        varchar(20) not null,
  owner        varchar(64),
  document     char(64),
  reference    varchar(500),
  primary key (approval_key, item)
);
