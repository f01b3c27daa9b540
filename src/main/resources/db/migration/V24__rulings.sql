-- Whom an authority table named for a request, in which version of the table it was asked under.

create table ruling (
  approval_key  varchar(40)    primary key references approval,
  decided_by    varchar(30)    not null,
  consents      varchar(200)   not null,
  because       varchar(16000) not null,
  table_id      varchar(100)   not null,
  table_version integer        not null
);
