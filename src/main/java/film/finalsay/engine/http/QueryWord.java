package film.finalsay.engine.http;

import film.finalsay.approval.BusinessRuleException;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.el.CommandContextFunctions;
import org.camunda.bpm.engine.impl.el.DateTimeFunctions;
import org.joda.time.DateTime;
import org.joda.time.Period;

/**
 * The few words of a stored list that mean something else to everybody and every day, written as
 * the Tasklist writes them. They are looked up, never evaluated.
 */
final class QueryWord {

  static final String ALLOWED =
      "A list of the Tasklist may say ${currentUser()}, ${currentUserGroups()}, ${now()} or"
          + " ${dateTime()}, as in ${dateTime().plusDays(7)}.";

  private static final String SHIFT =
      "\\.(plus|minus)(Hours|Days|Weeks|Months|Years)\\(\\s*(\\d{1,4})\\s*\\)";
  private static final Pattern SHIFTS = Pattern.compile(SHIFT);
  private static final Pattern WORD =
      Pattern.compile(
          "\\s*[$#]\\{\\s*(?:(currentUser|currentUserGroups|now)\\(\\)|dateTime\\(\\)((?:%s){0,9}))\\s*}\\s*"
              .formatted(SHIFT));

  /** As a query that is sent names them, and as the engine stores them. */
  private static final Pattern OF_A_TIME =
      Pattern.compile("(due|followUp|(task)?[cC]reated|(task)?[uU]pdated)\\w+Expression");

  private static final Set<String> OF_GROUPS =
      Set.of("candidateGroupsExpression", "taskCandidateGroupInExpression");

  private QueryWord() {}

  static boolean isOne(String text) {
    return WORD.matcher(text).matches();
  }

  /**
   * @param field of a query, such as {@code dueBeforeExpression}
   */
  static boolean fits(String field, String text) {
    Matcher word = WORD.matcher(text);
    if (field == null || !word.matches()) {
      return false;
    }
    String said = word.group(1) == null ? "dateTime" : word.group(1);
    return switch (said) {
      case "currentUser" -> !OF_A_TIME.matcher(field).matches() && !OF_GROUPS.contains(field);
      case "currentUserGroups" -> OF_GROUPS.contains(field);
      default -> OF_A_TIME.matcher(field).matches();
    };
  }

  /**
   * @throws BusinessRuleException (invalid) if the text is none of the words
   */
  static Object meaning(String text) {
    Matcher word = WORD.matcher(text);
    if (!word.matches()) {
      throw BusinessRuleException.invalid("query", "%s is not evaluated. %s", text, ALLOWED);
    }
    if (word.group(1) == null) {
      return shifted(DateTimeFunctions.dateTime(), word.group(2));
    }
    return switch (word.group(1)) {
      case "currentUser" -> CommandContextFunctions.currentUser();
      case "currentUserGroups" -> CommandContextFunctions.currentUserGroups();
      default -> DateTimeFunctions.now();
    };
  }

  private static DateTime shifted(DateTime from, String shifts) {
    DateTime time = from;
    for (MatchResult shift : SHIFTS.matcher(shifts).results().toList()) {
      time = shifted(time, shift);
    }
    return time;
  }

  private static DateTime shifted(DateTime from, MatchResult shift) {
    int count = Integer.parseInt(shift.group(3));
    Period period =
        switch (shift.group(2)) {
          case "Hours" -> Period.hours(count);
          case "Days" -> Period.days(count);
          case "Weeks" -> Period.weeks(count);
          case "Months" -> Period.months(count);
          default -> Period.years(count);
        };
    return from.withPeriodAdded(period, shift.group(1).equals("plus") ? 1 : -1);
  }
}
