-- Sums that a request is weighed by, so that it costs no more after thousands of them.

-- what was posted on an account of a version
alter table budget_account add column changes_minor bigint default 0 not null;
alter table budget_account add column overage_minor bigint default 0 not null;
update budget_account set
  changes_minor = (
    select coalesce(sum(p.amount_minor), 0) from budget_posting p
    where p.film_id = budget_account.film_id and p.version = budget_account.version
      and p.account = budget_account.account and p.posting = 'CHANGE'),
  overage_minor = (
    select coalesce(sum(p.amount_minor), 0) from budget_posting p
    where p.film_id = budget_account.film_id and p.version = budget_account.version
      and p.account = budget_account.account and p.posting = 'OVERAGE');

-- what was approved of one kind on a source account, over all versions
create table approved_change (
  film_id        varchar(12) not null references film,
  kind           varchar(20) not null,
  source_account varchar(12) not null,
  amount_minor   bigint      not null,
  primary key (film_id, kind, source_account)
);
insert into approved_change (film_id, kind, source_account, amount_minor)
select c.film_id, c.kind, c.source_account, sum(c.amount_minor)
from budget_change c join approval a on a.approval_key = c.approval_key
where a.state = 'APPROVED' group by c.film_id, c.kind, c.source_account;

-- the few that are open, among all that were settled
create index approval_by_state on approval (film_id, state);
