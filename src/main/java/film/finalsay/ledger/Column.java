package film.finalsay.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.Set;

/**
 * @param type as {@link Types} has it
 * @param typeName as the database calls it
 */
record Column(String name, int type, String typeName) {

  private static final Set<Integer> TEXTS = Set.of(Types.VARCHAR, Types.CHAR, Types.LONGVARCHAR);
  private static final Set<Integer> TIMES = Set.of(Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE);
  private static final Set<Integer> BYTES =
      Set.of(Types.BLOB, Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY);

  /** Bytes stand in a table under their own fingerprint; no row tells of them. */
  boolean isTold() {
    return !BYTES.contains(type);
  }

  /** The value as a text that is the same whoever reads it, wherever. */
  String read(ResultSet row) throws SQLException {
    if (TIMES.contains(type)) {
      OffsetDateTime at = row.getObject(name, OffsetDateTime.class);
      return at == null ? null : at.toInstant().toString();
    }
    return row.getString(name);
  }

  /** A place for such a text in a statement. */
  String parameter() {
    return TEXTS.contains(type) ? "?" : "cast(? as %s)".formatted(typeName);
  }
}
