-- Each login that was ever given, by what it has in common with those that look like it.

create table given_login (
  folded varchar(256) primary key,
  login  varchar(64)  not null unique
);
