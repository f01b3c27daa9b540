package film.finalsay.approval;

import static film.finalsay.approval.BusinessRuleException.invalid;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** A list that somebody sent, read row by row; a refused field is named with the row's place. */
public final class Rows {

  private Rows() {}

  /**
   * @param row reads one row
   * @return in the order in which they were sent; empty if none were
   * @throws BusinessRuleException (invalid) naming the field as in {@code sources[2].amount}, from
   *     0
   */
  public static <T> List<T> read(Inputs sent, String field, int most, Function<Inputs, T> row) {
    Object value = sent.any(field);
    if (value == null) {
      return List.of();
    }
    if (!(value instanceof List<?> rows)) {
      throw invalid(field, "has to be a list.");
    }
    if (rows.size() > most) {
      throw invalid(field, "has %d rows; at most %d fit.", rows.size(), most);
    }
    List<T> read = new ArrayList<>();
    for (Object one : rows) {
      read.add(read("%s[%d]".formatted(field, read.size()), one, row));
    }
    return read;
  }

  private static <T> T read(String place, Object sent, Function<Inputs, T> row) {
    if (!(sent instanceof Map<?, ?> values)
        || !values.keySet().stream().allMatch(String.class::isInstance)) {
      throw invalid(place, "has to be an object with the fields of a row.");
    }
    @SuppressWarnings("unchecked") // each key is a text
    Map<String, ?> fields = (Map<String, ?>) values;
    return at(
        place + ".",
        () -> {
          Inputs inputs = Inputs.of(fields);
          T read = row.apply(inputs);
          inputs.requireNothingElse();
          return read;
        });
  }

  /** Names what is refused with its place before the field. */
  public static <T> T at(String place, Supplier<T> reading) {
    try {
      return reading.get();
    } catch (BusinessRuleException refusal) {
      if (refusal.kind() != BusinessRuleException.Kind.INVALID) {
        throw refusal;
      }
      throw invalid(place + refusal.field(), refusal.reason());
    }
  }
}
