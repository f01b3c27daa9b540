-- The authority tables by which budget changes were decided, in the order in which they came into force.
create table authority_table_version (
  id          bigint generated always as identity primary key,
  version     integer   not null,
  sha256      char(64)  not null,
  deployed_by varchar(64),
  noticed_at  timestamp with time zone not null
);
