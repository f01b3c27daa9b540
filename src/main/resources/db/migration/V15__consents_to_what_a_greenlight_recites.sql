-- Whose consent a request was put to, because it changes what a greenlight recites, and on what terms.

create table asked_consent (
  approval_key varchar(40)   not null references approval,
  -- a role on the team of the film
  party        varchar(30)   not null,
  -- from when it was asked, as ISO 8601 has it
  deadline     varchar(40)   not null,
  -- what saying nothing until then means
  silence      varchar(30)   not null,
  because      varchar(1000) not null,
  primary key (approval_key, party)
);

-- it stands there now
alter table reopening drop column consents;
