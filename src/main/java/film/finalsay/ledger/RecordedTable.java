package film.finalsay.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table whose rows the ledger keeps.
 *
 * @param key its primary key
 * @param others the columns besides
 */
record RecordedTable(String name, List<Column> key, List<Column> others) {

  private static final String FILM = "film_id";
  private static final String APPROVAL = "approval_key";

  /** The key's texts, in the order of its columns. */
  List<String> keyOf(ResultSet row) throws SQLException {
    List<String> texts = new ArrayList<>();
    for (Column column : key) {
      texts.add(column.read(row));
    }
    return texts;
  }

  ChangedRow changed(ResultSet row) throws SQLException {
    return new ChangedRow(
        this, keyOf(row), owner().isPresent() ? row.getString(owner().get()) : null);
  }

  RowContent contentOf(ResultSet row) throws SQLException {
    Map<String, String> values = new TreeMap<>();
    for (Column column : others) {
      values.put(column.name(), column.read(row));
    }
    return RowContent.of(values);
  }

  /** The column that says of which film a row is; empty for the company's tables. */
  Optional<String> owner() {
    return Stream.of(FILM, APPROVAL).filter(this::has).findFirst().or(this::itself);
  }

  boolean isOwnedByFilm() {
    return has(FILM) || itself().isPresent();
  }

  /** What a change of it has to give back: what the ledger keeps, and so whose it is. */
  String changedColumns() {
    return Stream.concat(key.stream(), others.stream())
        .map(Column::name)
        .collect(Collectors.joining(", "));
  }

  String orderedKey() {
    return key.stream().map(Column::name).collect(Collectors.joining(", "));
  }

  String keyParameters() {
    return key.stream().map(Column::parameter).collect(Collectors.joining(", "));
  }

  /** A condition for one row. */
  String isRow() {
    return key.stream()
        .map(column -> column.name() + " = " + column.parameter())
        .collect(Collectors.joining(" and ", "(", ")"));
  }

  /** A condition with one place, for the film's id. */
  String isOfFilm() {
    return owner()
        .map(
            column ->
                isOwnedByFilm()
                    ? column + " = ?"
                    : column + " in (select approval_key from approval where film_id = ?)")
        .orElse("'*' = ?");
  }

  private Optional<String> itself() {
    return name.equals("film") ? Optional.of("id") : Optional.empty();
  }

  private boolean has(String column) {
    return Stream.concat(key.stream(), others.stream()).anyMatch(one -> one.name().equals(column));
  }
}
