package film.finalsay.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.api.Trigger;

/**
 * What keeps an H2 database from changing or deleting entries. Its name stands in the migration and
 * in every database made by it: it can never be renamed.
 */
public class RefusesChange implements Trigger {

  @Override
  public void fire(Connection connection, Object[] before, Object[] after) throws SQLException {
    throw new SQLException(
        "The ledger is append-only: its entries are neither changed nor deleted.");
  }
}
