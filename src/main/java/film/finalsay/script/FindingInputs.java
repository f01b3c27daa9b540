package film.finalsay.script;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Inputs;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The findings of a clearance report as they are sent. */
final class FindingInputs {

  private static final int MOST_FINDINGS = 1000;
  private static final int MOST_SCENE = 10;

  /** As scripts number their scenes. */
  private static final Pattern SCENE = Pattern.compile("[A-Z0-9][A-Z0-9.-]{0,9}");

  private FindingInputs() {}

  /**
   * @throws BusinessRuleException if it is no list of findings, naming the one that is wrong
   */
  static List<Finding> read(int report, Object sent) {
    if (!(sent instanceof List<?> list) || list.size() > MOST_FINDINGS) {
      throw BusinessRuleException.invalid(
          "findings",
          "has to be a list of at most %d, empty if nothing was found.".formatted(MOST_FINDINGS));
    }
    List<Finding> findings = new ArrayList<>();
    for (Object one : list) {
      int number = findings.size() + 1;
      findings.add(finding(report, number, one));
    }
    return findings;
  }

  private static Finding finding(int report, int number, Object sent) {
    if (!(sent instanceof Map<?, ?> values)) {
      throw BusinessRuleException.invalid(
          "findings", "number %d has to have subject, scene and severity.".formatted(number));
    }
    Map<String, Object> named = new HashMap<>();
    values.forEach((name, value) -> named.put(String.valueOf(name), value));
    try {
      Inputs inputs = Inputs.of(named);
      Finding finding =
          new Finding(
              report,
              number,
              inputs.text("subject", 500),
              scene(inputs),
              inputs.oneOf("severity", Finding.Severity.class),
              Finding.State.OPEN,
              null,
              null,
              null);
      inputs.requireNothingElse();
      return finding;
    } catch (BusinessRuleException wrong) {
      throw BusinessRuleException.invalid(
          "findings", "number %d, %s".formatted(number, wrong.getMessage()));
    }
  }

  /** Some letters become two when they are written large. */
  private static String scene(Inputs inputs) {
    return inputs
        .optionalText("scene", MOST_SCENE)
        .map(scene -> scene.toUpperCase(Locale.ROOT))
        .map(
            scene -> {
              if (!SCENE.matcher(scene).matches()) {
                throw BusinessRuleException.invalid(
                    "scene",
                    "has to be a scene's number, such as 12A: at most 10 letters from A to Z,"
                        + " digits, points and hyphens, the first of them a letter or a digit.");
              }
              return scene;
            })
        .orElse(null);
  }
}
