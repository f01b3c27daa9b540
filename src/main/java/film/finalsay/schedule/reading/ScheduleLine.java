package film.finalsay.schedule.reading;

import static film.finalsay.approval.BusinessRuleException.invalid;

import film.finalsay.approval.BusinessRuleException;
import java.util.Map;

/**
 * A line of a schedule.
 *
 * @param number in the file, from 1
 * @param cells without blanks around them; a column that the file lacks has none
 * @param label its first cell that is not empty
 */
record ScheduleLine(long number, Map<Column, String> cells, String label) {

  static final String FIELD = "file";

  String cell(Column column) {
    return cells.getOrDefault(column, "");
  }

  boolean has(Column column) {
    return !cell(column).isEmpty();
  }

  BusinessRuleException wrong(Column column, String what, Object... values) {
    return wrong("\"" + column.header() + "\" " + what, values);
  }

  BusinessRuleException wrong(String what, Object... values) {
    return at(number, what, values);
  }

  static BusinessRuleException at(long line, String what, Object... values) {
    return invalid(FIELD, "line %d: %s.", line, values.length == 0 ? what : what.formatted(values));
  }
}
