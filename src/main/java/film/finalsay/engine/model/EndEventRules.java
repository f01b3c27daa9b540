package film.finalsay.engine.model;

import film.finalsay.approval.ApprovalState;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.w3c.dom.Element;

/** What an end event of a drawn process may say that it means. */
public final class EndEventRules {

  /** The extension property by which an end event says so. */
  public static final String MEANS = "means";

  public static final Map<String, ApprovalState> MEANINGS =
      Map.of(
          "approved", ApprovalState.APPROVED,
          "rejected", ApprovalState.REJECTED,
          "withdrawn", ApprovalState.WITHDRAWN,
          "lapsed", ApprovalState.LAPSED);

  private EndEventRules() {}

  static List<String> problems(Element element) {
    boolean means =
        "property".equals(element.getLocalName()) && MEANS.equals(element.getAttribute("name"));
    String value = element.getAttribute("value").strip();
    return !means || MEANINGS.containsKey(value)
        ? List.of()
        : List.of(
            "means \"%s\"; an end means one of %s"
                .formatted(value, String.join(", ", new TreeSet<>(MEANINGS.keySet()))));
  }
}
