-- What the product's own role may do with the tables that the owner's role has made: everything with
-- the rows, but in the ledger only read and append. After each migration, so that no new table is forgotten.
do $$
declare
  product constant name := '${product}';
  home constant name := current_schema();
  made record;
  rights text;
begin
  -- The product's role may create functions here: the owner must not run them by mistake.
  set local search_path to pg_catalog;
  if product = current_user then
    return;
  end if;
  -- two nodes may start at once
  perform pg_advisory_xact_lock(hashtext('final-say grants'));
  for made in
    select c.oid, c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = home and pg_get_userbyid(c.relowner) = current_user and c.relkind = 'r'
      and c.relname <> '${flyway:table}'
  loop
    rights := case made.relname
      when 'ledger_entry' then 'select, insert'
      when 'ledger_row' then 'select, insert'
      when 'ledger_head' then 'select, insert, update'
      else 'select, insert, update, delete'
    end;
    if exists (select from unnest(string_to_array(rights, ', ')) needed
               where not has_table_privilege(product, made.oid, needed)) then
      execute format('grant %s on table %I.%I to %I', rights, home, made.relname, product);
    end if;
  end loop;
end $$;
