package film.finalsay.ledger;

import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;

/** Where two databases say the same in different words. */
final class Databases {

  private Databases() {}

  static boolean isH2(DataSource database) {
    return is("H2", database);
  }

  static boolean isPostgres(DataSource database) {
    return is("PostgreSQL", database);
  }

  private static boolean is(String product, DataSource database) {
    try {
      return product.equals(
          JdbcUtils.<String>extractDatabaseMetaData(
              database, metaData -> metaData.getDatabaseProductName()));
    } catch (MetaDataAccessException unreachable) {
      throw new IllegalStateException(unreachable);
    }
  }
}
