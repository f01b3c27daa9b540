package film.finalsay.engine.model;

import camundajar.impl.scala.Product;
import camundajar.impl.scala.collection.Iterable;
import camundajar.impl.scala.jdk.javaapi.CollectionConverters;
import camundajar.impl.scala.util.Either;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.camunda.feel.FeelEngine.Failure;
import org.camunda.feel.syntaxtree.ConstNumber;
import org.camunda.feel.syntaxtree.EveryItem;
import org.camunda.feel.syntaxtree.Filter;
import org.camunda.feel.syntaxtree.For;
import org.camunda.feel.syntaxtree.FunctionDefinition;
import org.camunda.feel.syntaxtree.IterationContext;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.camunda.feel.syntaxtree.QualifiedFunctionInvocation;
import org.camunda.feel.syntaxtree.SomeItem;

/**
 * What a cell of a table may say: it compares and reckons with what it is asked. Of FEEL it has
 * neither what leads to Java nor what goes on far longer than the cell is.
 */
final class FeelCell {

  private static final int MAX_LOOPS = 2;

  private FeelCell() {}

  /** What is wrong with the cell, in words that follow what it is called. */
  static List<String> problems(Either<Failure, ParsedExpression> read) {
    if (read.isLeft()) {
      return List.of("cannot be read: " + read.left().get().message());
    }
    List<String> problems = new ArrayList<>();
    int loops = 0;
    Deque<Object> left = new ArrayDeque<>(List.of(read.toOption().get().expression()));
    while (!left.isEmpty()) {
      Object part = left.pop();
      loops += loops(part);
      if (part instanceof QualifiedFunctionInvocation call) {
        problems.add("calls \"%s\" on a value; a table reads values".formatted(call.function()));
      } else if (part instanceof FunctionDefinition) {
        problems.add("defines a function; use those of FEEL");
      } else if (part instanceof IterationContext) {
        problems.add("counts through numbers; go through a list");
      }
      // a list is a product, too, of its head and its tail
      if (part instanceof Iterable<?> parts) {
        CollectionConverters.asJava(parts).forEach(left::push);
      } else if (part instanceof Product parts) {
        CollectionConverters.asJava(parts.productIterator())
            .forEachRemaining(
                each -> {
                  if (each != null) {
                    left.push(each);
                  }
                });
      }
    }
    if (loops > MAX_LOOPS) {
      problems.add("goes through lists %d times; %d are enough".formatted(loops, MAX_LOOPS));
    }
    return problems;
  }

  private static int loops(Object part) {
    if (part instanceof For loop) {
      return loop.iterators().size();
    }
    if (part instanceof SomeItem loop) {
      return loop.iterators().size();
    }
    if (part instanceof EveryItem loop) {
      return loop.iterators().size();
    }
    return part instanceof Filter filter && !(filter.filter() instanceof ConstNumber) ? 1 : 0;
  }
}
