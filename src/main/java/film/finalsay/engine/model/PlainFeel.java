package film.finalsay.engine.model;

import camundajar.impl.scala.Function1;
import camundajar.impl.scala.Option;
import camundajar.impl.scala.collection.Iterator;
import camundajar.impl.scala.collection.Iterator$;
import camundajar.impl.scala.util.Either;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.function.CustomFunctionTransformer;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.feel.FeelEngine;
import org.camunda.feel.FeelEngine.Failure;
import org.camunda.feel.context.Context;
import org.camunda.feel.impl.DefaultValueMapper;
import org.camunda.feel.impl.JavaValueMapper;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.syntaxtree.ValContext;
import org.camunda.feel.syntaxtree.ValList;
import org.camunda.feel.syntaxtree.ValString;
import org.camunda.feel.valuemapper.CustomValueMapper;
import org.camunda.feel.valuemapper.ValueMapper.CompositeValueMapper;

/**
 * Answers the cells of tables, also of those deployed before {@link FeelCell} looked at them. There
 * is no public way to the values that FEEL reads.
 */
final class PlainFeel extends ScalaFeelEngine {

  /** More than a request sends, and little enough to go through twice over. */
  private static final int MAX_VALUES = 3000;

  private static final int MAX_TEXT = 10_000;

  private final Set<String> looked = ConcurrentHashMap.newKeySet();

  PlainFeel() {
    super(List.of());
  }

  @Override
  protected camundajar.impl.scala.collection.immutable.List<CustomValueMapper> getValueMappers() {
    return toScalaList(new JavaValueMapper(), new PlainValues());
  }

  @Override
  protected FeelEngine buildFeelEngine(
      CustomFunctionTransformer noneOfOurs, CompositeValueMapper values) {
    return new QuickFeel(values);
  }

  @Override
  public <T> T evaluateSimpleExpression(String cell, VariableContext variables) {
    return answered(
        cell,
        feelEngine::parseExpression,
        () -> super.<T>evaluateSimpleExpression(cell, variables));
  }

  @Override
  public boolean evaluateSimpleUnaryTests(String cell, String input, VariableContext variables) {
    return answered(
        cell,
        feelEngine::parseUnaryTests,
        () -> super.evaluateSimpleUnaryTests(cell, input, variables));
  }

  /** What FEEL says no to is a fault of the table, as all else that the table engine finds. */
  private <T> T answered(
      String cell,
      Function<String, Either<Failure, ParsedExpression>> parser,
      Supplier<T> evaluation) {
    if (!looked.contains(cell)) {
      List<String> problems = FeelCell.problems(parser.apply(cell));
      if (!problems.isEmpty()) {
        throw new DmnEngineException("\"%s\" %s".formatted(cell, problems.get(0)));
      }
      looked.add(cell);
    }
    try {
      return evaluation.get();
    } catch (FeelException unanswered) {
      throw new DmnEngineException(unanswered.getMessage(), unanswered);
    }
  }

  /**
   * Takes the place of the one that opens whatever object it does not know to FEEL. All that a cell
   * names, and all that a function gives, comes by here: what grows is stopped at its next step.
   */
  private static final class PlainValues extends DefaultValueMapper {

    @Override
    public int priority() {
      return DefaultValueMapper.instance().priority() + 1;
    }

    @Override
    public Option<Val> toVal(Object value, Function1<Object, Val> inner) {
      Option<Val> read = super.toVal(value, inner);
      if (read.isEmpty()
          || read.get() instanceof ValContext context
              && context.context() instanceof Context.CacheContext) {
        throw new Unread(
            "a table reads texts, numbers, dates, yes or no, and lists and maps of those, but no "
                + value.getClass().getSimpleName());
      }
      if (isLarge(read.get())) {
        throw new Unread(
            "a table reads at most %d values at once, and texts of at most %d characters"
                .formatted(MAX_VALUES, MAX_TEXT));
      }
      return read;
    }

    private static boolean isLarge(Val read) {
      Deque<Object> left = new ArrayDeque<>(List.of(read));
      for (int seen = 1; !left.isEmpty(); seen++) {
        Object value = left.pop();
        if (seen + left.size() > MAX_VALUES
            || value instanceof ValString text && text.value().length() > MAX_TEXT) {
          return true;
        }
        Iterator<?> parts =
            value instanceof ValList list
                ? list.items().iterator()
                : value instanceof ValContext map
                    ? map.context().variableProvider().getVariables().values().iterator()
                    : Iterator$.MODULE$.empty();
        while (parts.hasNext() && left.size() <= MAX_VALUES) {
          left.push(parts.next());
        }
      }
      return false;
    }
  }

  /** Thrown, as a fault that is a value of FEEL would quietly count as none. */
  private static final class Unread extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Unread(String why) {
      super(why);
    }

    /** FEEL keeps no more of it than this. */
    @Override
    public String toString() {
      return getMessage();
    }
  }
}
