create trigger ledger_is_append_only before update, delete on ledger_entry
  call "film.finalsay.ledger.RefusesChange";
