-- Requests count together: per film, source account and kind, in the order in which they were filed.

alter table budget_change add column film_id varchar(12) references film;
alter table budget_change add column source_account varchar(12);
-- moves to the end when the request is amended
alter table budget_change add column place bigint;
-- the version of the authority table that the request started under; null for the one that counts
alter table budget_change add column table_version integer;
-- the order of cure: the underspends that were tried first, and why the contingency goes before them
alter table budget_change add column underspends_tried varchar(500);
alter table budget_change add column override_reason varchar(2000);

update budget_change set
  film_id = (select a.film_id from approval a where a.approval_key = budget_change.approval_key),
  source_account = coalesce(from_account, to_account);
update budget_change set place = (
  select count(*) from approval earlier
  join approval own on own.film_id = earlier.film_id and own.kind = earlier.kind
    and earlier.requested_at <= own.requested_at
  where own.approval_key = budget_change.approval_key);

alter table budget_change alter column film_id set not null;
alter table budget_change alter column source_account set not null;
alter table budget_change alter column place set not null;
create index budget_change_by_source on budget_change (film_id, kind, source_account, place);
create index budget_change_by_place on budget_change (film_id, place);

-- Whose answer was asked for, as group ids: who is silent until the deadline is named by it.
alter table question add column asked_groups varchar(200);
