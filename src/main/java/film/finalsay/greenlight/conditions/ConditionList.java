package film.finalsay.greenlight.conditions;

import static film.finalsay.approval.BusinessRuleException.invalid;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Inputs;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A list of conditions as it is sent: a JSON array of objects with {@code wording}, {@code owner},
 * {@code evidence} and {@code due}, or one line for each, {@code wording | owner | evidence | due}.
 */
final class ConditionList {

  static final String FIELD = "conditions";

  private static final int MOST = 40;
  private static final int MAX_TEXT = 100_000;
  private static final int MAX_WORDING = 500;
  private static final int MAX_OWNER = 64;
  private static final List<String> NAMES = List.of("wording", "owner", "evidence", "due");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<List<Map<String, Object>>> ROWS = new TypeReference<>() {};

  private ConditionList() {}

  /**
   * @param today the first day that one can be due
   * @throws BusinessRuleException (invalid) naming the line
   */
  static List<NewCondition> read(Inputs inputs, LocalDate today) {
    String sent =
        inputs
            .optionalLines(FIELD, MAX_TEXT)
            .orElseThrow(
                () ->
                    invalid(FIELD, "is missing; an approval on conditions names 1 to 40 of them."));
    List<Map<String, Object>> rows = sent.startsWith("[") ? json(sent) : lines(sent);
    if (rows.isEmpty() || rows.size() > MOST) {
      throw invalid(FIELD, "has %d conditions; 1 to %d are possible.", rows.size(), MOST);
    }
    List<NewCondition> conditions = new ArrayList<>();
    for (Map<String, Object> row : rows) {
      conditions.add(condition(conditions.size() + 1, row, today));
    }
    return conditions;
  }

  static BusinessRuleException wrong(int line, String what) {
    return invalid(FIELD, "line %d, %s", line, what);
  }

  private static NewCondition condition(int line, Map<String, Object> row, LocalDate today) {
    try {
      Inputs inputs = Inputs.of(row);
      LocalDate due = day(inputs, today, "a day");
      return new NewCondition(
          inputs.lines("wording", MAX_WORDING),
          inputs.text("owner", MAX_OWNER),
          inputs.lines("evidence", MAX_WORDING),
          due);
    } catch (BusinessRuleException refusal) {
      throw wrong(line, refusal.getMessage());
    }
  }

  /**
   * @param today the first day that it can be
   */
  static LocalDate day(Inputs inputs, LocalDate today, String needed) {
    LocalDate due =
        inputs
            .optionalDate("due")
            .orElseThrow(() -> invalid("due", "is missing; %s is needed.", needed));
    if (due.isBefore(today) || due.isAfter(today.plusYears(10))) {
      throw invalid("due", "has to be a day from %s, within ten years.", today);
    }
    return due;
  }

  private static List<Map<String, Object>> json(String sent) {
    try {
      List<Map<String, Object>> rows = JSON.readValue(sent, ROWS);
      for (Map<String, Object> row : rows) {
        if (row == null) {
          throw wrong(rows.indexOf(null) + 1, "has to be an object.");
        }
      }
      return rows;
    } catch (JsonProcessingException malformed) {
      throw invalid(FIELD, "is no JSON array of objects with wording, owner, evidence and due.");
    }
  }

  private static List<Map<String, Object>> lines(String sent) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (String line : sent.lines().filter(text -> !text.isBlank()).toList()) {
      String[] cells = line.split("\\|", -1);
      if (cells.length != NAMES.size()) {
        throw wrong(
            rows.size() + 1,
            "has %d parts; it has to be \"wording | owner | evidence | day due\"."
                .formatted(cells.length));
      }
      Map<String, Object> row = new HashMap<>();
      for (int i = 0; i < cells.length; i++) {
        row.put(NAMES.get(i), cells[i]);
      }
      rows.add(row);
    }
    return rows;
  }
}
