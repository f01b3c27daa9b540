package film.finalsay.engine.model;

import java.util.HashSet;
import java.util.Set;
import org.camunda.bpm.impl.juel.AstIdentifier;
import org.camunda.bpm.impl.juel.AstString;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.Builder.Feature;
import org.camunda.bpm.impl.juel.Node;
import org.camunda.bpm.impl.juel.TreeBuilderException;

/** What an expression names, and may so read. */
public final class ExpressionNames {

  private ExpressionNames() {}

  /** The names in the text, also where one is quoted: a variable can be asked for by it. */
  public static Set<String> in(String text) {
    Set<String> names = new HashSet<>();
    try {
      collect(new Builder(Feature.METHOD_INVOCATIONS).build(text).getRoot(), names);
    } catch (TreeBuilderException unreadable) {
      return Set.of();
    }
    return names;
  }

  private static void collect(Node node, Set<String> names) {
    if (node instanceof AstIdentifier identifier) {
      names.add(identifier.getName());
    } else if (node instanceof AstString quoted) {
      names.add((String) quoted.eval(null, null));
    }
    for (int child = 0; child < node.getCardinality(); child++) {
      if (node.getChild(child) != null) {
        collect(node.getChild(child), names);
      }
    }
  }
}
