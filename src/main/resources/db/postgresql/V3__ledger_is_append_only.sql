-- For each statement, not for each row: so that also one that changes no row is refused, and TRUNCATE.
create function refuse_change_of_ledger() returns trigger language plpgsql as $$
begin
  raise exception 'The ledger is append-only: % is refused.', tg_op;
end $$;

create trigger ledger_is_append_only before update or delete or truncate on ledger_entry
  for each statement execute function refuse_change_of_ledger();

-- also in a session that replicates
alter table ledger_entry enable always trigger ledger_is_append_only;
