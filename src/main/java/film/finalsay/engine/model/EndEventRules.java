package film.finalsay.engine.model;

import film.finalsay.approval.ApprovalState;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

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
    if (means && isWithinAPart(element)) {
      return List.of("says what an end means within a part of the process; its own end says so");
    }
    return !means || MEANINGS.containsKey(value)
        ? List.of()
        : List.of(
            "means \"%s\"; an end means one of %s"
                .formatted(value, String.join(", ", new TreeSet<>(MEANINGS.keySet()))));
  }

  private static boolean isWithinAPart(Element property) {
    Node event = property.getParentNode().getParentNode().getParentNode();
    return event.getParentNode() != null && !"process".equals(event.getParentNode().getLocalName());
  }
}
