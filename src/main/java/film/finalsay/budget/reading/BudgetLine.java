package film.finalsay.budget.reading;

import static film.finalsay.approval.BusinessRuleException.invalid;

import film.finalsay.approval.BusinessRuleException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One line of a budget file.
 *
 * @param number of its first line in the file, from 1
 * @param cells without blanks around them; a column that the file does not have is missing
 */
record BudgetLine(long number, Map<Column, String> cells) {

  /**
   * @return empty if there is nothing, or the file has no such column
   */
  String cell(Column column) {
    return cells.getOrDefault(column, "");
  }

  boolean has(Column column) {
    return !cell(column).isEmpty();
  }

  /** Whether nothing but these columns has something. */
  boolean hasOnly(Column... columns) {
    List<Column> allowed = List.of(columns);
    return filled().allMatch(allowed::contains);
  }

  /** The one cell that has something; empty if none has, or more than one. */
  String onlyCell() {
    List<Column> filled = filled().toList();
    return filled.size() == 1 ? cell(filled.get(0)) : "";
  }

  private Stream<Column> filled() {
    return cells.keySet().stream().filter(column -> column != Column.PAGE && has(column));
  }

  /**
   * @param what is wrong with the column, and what is allowed, without the stop at the end
   */
  BusinessRuleException wrong(Column column, String what, Object... values) {
    return wrong("\"%s\" %s", column.header(), filled(what, values));
  }

  BusinessRuleException wrong(String what, Object... values) {
    return at(number, what, values);
  }

  static BusinessRuleException at(long line, String what, Object... values) {
    return invalid("file", "line %d: %s.", line, filled(what, values));
  }

  private static String filled(String what, Object... values) {
    return values.length == 0 ? what : what.formatted(values);
  }
}
