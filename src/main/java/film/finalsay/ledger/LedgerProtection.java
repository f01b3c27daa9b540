package film.finalsay.ledger;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Says at the start whether the product could rewrite its own ledger. */
@Component
class LedgerProtection {

  private static final Logger LOG = LoggerFactory.getLogger(LedgerProtection.class);

  private final JdbcTemplate database;

  LedgerProtection(JdbcTemplate database) {
    this.database = database;
  }

  @EventListener(ApplicationReadyEvent.class)
  void tell() {
    if (Databases.isPostgres(database.getDataSource()) && mayBecomeOwner()) {
      LOG.warn(
          "The product's database role owns the ledger, or is a superuser: only a trigger, which it"
              + " could disable, keeps it from rewriting the ledger. docs/production.md says how to"
              + " give it a role of its own.");
    }
  }

  /** Who owns the table or its schema may drop it, with every trigger and grant. */
  private boolean mayBecomeOwner() {
    return JdbcClient.create(database)
        .sql(
            """
            select pg_has_role(current_user, t.relowner, 'MEMBER')
                or pg_has_role(current_user, s.nspowner, 'MEMBER')
            from pg_class t join pg_namespace s on s.oid = t.relnamespace
            where t.oid = 'ledger_entry'::regclass
            """)
        .query(Boolean.class)
        .single();
  }
}
