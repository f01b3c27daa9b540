package film.finalsay.engine.model;

import film.finalsay.approval.DrawnEffect;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.impl.juel.AstBracket;
import org.camunda.bpm.impl.juel.AstDot;
import org.camunda.bpm.impl.juel.AstFunction;
import org.camunda.bpm.impl.juel.AstIdentifier;
import org.camunda.bpm.impl.juel.AstLiteral;
import org.camunda.bpm.impl.juel.AstMethod;
import org.camunda.bpm.impl.juel.AstNode;
import org.camunda.bpm.impl.juel.AstProperty;
import org.camunda.bpm.impl.juel.AstString;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.Node;
import org.camunda.bpm.impl.juel.Parser;
import org.camunda.bpm.impl.juel.TreeBuilderException;

/**
 * Looks through an expression, before it is deployed, for what {@link ModelReach} does not list.
 */
final class ExpressionCheck {

  private static final Map<String, Class<?>> SCOPES =
      Map.of("execution", DelegateExecution.class, "task", DelegateTask.class);

  private static final Set<String> NEVER = Set.of("class", "caseExecution", "externalTask");

  private static final int MAX_QUOTED = 200;

  /** Keeps the name after a dot where it can be read; the engine's own node does not. */
  private static final class Named extends AstDot {

    Named(AstNode base, String name, boolean assignable) {
      super(base, name, assignable);
    }

    String name() {
      return property;
    }
  }

  private static final class Expressions extends Builder {

    private static final long serialVersionUID = 1L;

    Expressions() {
      super(Feature.METHOD_INVOCATIONS);
    }

    @Override
    protected Parser createParser(String expression) {
      return new Parser(this, expression) {
        @Override
        protected AstDot createAstDot(AstNode base, String name, boolean assignable) {
          return new Named(base, name, assignable);
        }
      };
    }
  }

  private final ModelBeans beans;

  ExpressionCheck(ModelBeans beans) {
    this.beans = beans;
  }

  static boolean isExpression(String text) {
    return text.contains("${") || text.contains("#{");
  }

  /** The step that the text names and nothing besides; empty if it is something else. */
  Optional<String> step(String text) {
    try {
      Node root = new Expressions().build(text.strip()).getRoot();
      return root.getCardinality() == 1 && root.getChild(0) instanceof AstIdentifier name
          ? Optional.of(name.getName()).filter(this::isStep)
          : Optional.empty();
    } catch (TreeBuilderException unreadable) {
      return Optional.empty();
    }
  }

  Optional<DrawnEffect> effect(String text) {
    return step(text).flatMap(beans::effect);
  }

  private boolean isStep(String name) {
    return beans.type(name).filter(type -> type == JavaDelegate.class).isPresent();
  }

  /** What is wrong with it, in words that follow the name of the element. */
  List<String> problems(String text) {
    List<String> problems = new ArrayList<>();
    try {
      look(new Expressions().build(text).getRoot(), problems);
    } catch (TreeBuilderException unreadable) {
      problems.add("cannot be read at position " + unreadable.getPosition());
    }
    String quoted = "\"" + shortened(text.strip()) + "\" ";
    return problems.stream().map(problem -> quoted + problem).toList();
  }

  private static String shortened(String text) {
    return text.length() <= MAX_QUOTED ? text : text.substring(0, MAX_QUOTED - 1) + "…";
  }

  private void look(Node node, List<String> problems) {
    if (node instanceof AstMethod call) {
      AstProperty called = (AstProperty) call.getChild(0);
      call(called, problems);
      lookInside(called, problems);
      look(call.getChild(1), problems);
      return;
    }
    if (node instanceof AstProperty read) {
      read(read, problems);
    } else if (node instanceof AstIdentifier name) {
      identifier(name.getName(), problems);
    } else if (node instanceof AstFunction function
        && !ModelReach.FUNCTIONS.contains(function.getName())) {
      problems.add("calls %s(), which there is not".formatted(function.getName()));
    }
    lookInside(node, problems);
  }

  private void lookInside(Node node, List<String> problems) {
    for (int child = 0; child < node.getCardinality(); child++) {
      if (node.getChild(child) != null) {
        look(node.getChild(child), problems);
      }
    }
  }

  private void call(AstProperty called, List<String> problems) {
    String method = name(called);
    Class<?> type = type(called.getChild(0));
    if (method == null) {
      problems.add("calls what it names only when it runs; name it");
    } else if (type == null ? !ModelReach.mayBeCalled(method) : !ModelReach.mayCall(type, method)) {
      problems.add("calls %s(), which is not given to models".formatted(method));
    }
  }

  private void read(AstProperty read, List<String> problems) {
    String property = name(read);
    Class<?> type = type(read.getChild(0));
    if (property == null && type != null) {
      problems.add("reads what it names only when it runs; name it");
    } else if (property != null
        && (type == null ? NEVER.contains(property) : !ModelReach.mayRead(type, property))) {
      problems.add("reads \"%s\", which is not given to models".formatted(property));
    }
  }

  private void identifier(String name, List<String> problems) {
    boolean hidden = beans.isOfTheProduct(name) && beans.type(name).isEmpty();
    if (hidden || NEVER.contains(name)) {
      problems.add("names \"%s\", which is not given to models".formatted(name));
    }
  }

  /** Null if it is known only once the process runs. */
  private static String name(AstProperty property) {
    if (property instanceof Named named) {
      return named.name();
    }
    Node inBrackets = ((AstBracket) property).getChild(1);
    return inBrackets instanceof AstLiteral literal
        ? String.valueOf(literal.eval(null, null))
        : null;
  }

  /** Null if it is known only once the process runs. */
  private Class<?> type(Node base) {
    if (base instanceof AstString) {
      return String.class;
    }
    return base instanceof AstIdentifier name
        ? beans.type(name.getName()).orElseGet(() -> SCOPES.get(name.getName()))
        : null;
  }
}
