-- The terms of consent are authority, too: each table has versions of its own.

alter table authority_table_version
  add column table_id varchar(64) default 'budget-change-authority' not null;
create index authority_table_version_by_table on authority_table_version (table_id, id);
