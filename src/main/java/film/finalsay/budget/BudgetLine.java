package film.finalsay.budget;

import film.finalsay.approval.BusinessRuleException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One line of a budget file.
 *
 * @param number of its first line in the file, from 1
 * @param cells without blanks around them; a column that the file does not have is missing
 */
record BudgetLine(long number, Map<Column, String> cells) {

  private static final String FIELD = "file";

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
    List<String> filled = filled().map(this::cell).collect(Collectors.toList());
    return filled.size() == 1 ? filled.get(0) : "";
  }

  private Stream<Column> filled() {
    return cells.keySet().stream().filter(column -> column != Column.PAGE && has(column));
  }

  /**
   * @param what is wrong with the column, and what is allowed, without the stop at the end
   */
  BusinessRuleException wrong(Column column, String what) {
    return wrong("\"%s\" %s".formatted(column.header(), what));
  }

  BusinessRuleException wrong(String what) {
    return at(number, what);
  }

  static BusinessRuleException at(long line, String what) {
    return BusinessRuleException.invalid(FIELD, "line %d: %s.".formatted(line, what));
  }
}
