package film.finalsay.script;

import static film.finalsay.approval.BusinessRuleException.invalid;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Inputs;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Something in a script that needs clearing: a name, a title, a place, a quotation.
 *
 * @param report the number of the clearance report that it is in
 * @param number in that report, from 1
 * @param scene the scene it is in; null for the whole script
 * @param settledBy null while it is open
 * @param how in words; null while it is open
 */
public record Finding(
    int report,
    int number,
    String subject,
    String scene,
    Severity severity,
    State state,
    String settledBy,
    Instant settledAt,
    String how) {

  private static final int MOST_FINDINGS = 1000;
  private static final int MOST_SCENE = 10;

  /** As scripts number their scenes. */
  private static final Pattern SCENE = Pattern.compile("[A-Z0-9][A-Z0-9.-]{0,9}");

  public enum Severity {
    LOW,
    MEDIUM,
    HIGH
  }

  /** How it stands; whoever settles it names one of the others. */
  public enum State {
    OPEN,
    /** It needs no permission, or there is one. */
    CLEARED,
    /** A right to use it was paid for. */
    LICENSED,
    /** The executive producer takes the risk. */
    RISK_ACCEPTED
  }

  /**
   * The findings of a report as they are sent.
   *
   * @throws BusinessRuleException if it is no list of findings, naming the one that is wrong
   */
  static List<Finding> read(int report, Object sent) {
    if (!(sent instanceof List<?> list) || list.size() > MOST_FINDINGS) {
      throw invalid(
          "findings", "has to be a list of at most %d, empty if nothing was found.", MOST_FINDINGS);
    }
    List<Finding> findings = new ArrayList<>();
    list.forEach(one -> findings.add(read(report, findings.size() + 1, one)));
    return findings;
  }

  private static Finding read(int report, int number, Object sent) {
    if (!(sent instanceof Map<?, ?> values)) {
      throw invalid("findings", "number %d has to have subject, scene and severity.", number);
    }
    Map<String, Object> named = new HashMap<>();
    values.forEach((name, value) -> named.put(String.valueOf(name), value));
    try {
      Inputs inputs = Inputs.of(named);
      String subject = inputs.text("subject", 500);
      String scene = scene(inputs);
      Severity severity = inputs.oneOf("severity", Severity.class);
      inputs.requireNothingElse();
      return new Finding(report, number, subject, scene, severity, State.OPEN, null, null, null);
    } catch (BusinessRuleException wrong) {
      throw invalid("findings", "number %d, %s", number, wrong.getMessage());
    }
  }

  /** Some letters become two when they are written large. */
  private static String scene(Inputs inputs) {
    String scene =
        inputs
            .optionalText("scene", MOST_SCENE)
            .map(of -> of.toUpperCase(Locale.ROOT))
            .orElse(null);
    if (scene != null && !SCENE.matcher(scene).matches()) {
      throw invalid(
          "scene",
          "has to be a scene's number, such as 12A: at most 10 letters from A to Z, digits, points"
              + " and hyphens, the first of them a letter or a digit.");
    }
    return scene;
  }

  Finding settled(State as, String person, Instant when, String inWords) {
    return new Finding(report, number, subject, scene, severity, as, person, when, inWords);
  }

  String inWords() {
    return "%d.%d %s%s"
        .formatted(report, number, subject, scene == null ? "" : " (scene " + scene + ")");
  }
}
