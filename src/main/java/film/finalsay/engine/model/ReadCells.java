package film.finalsay.engine.model;

import camundajar.impl.scala.util.Either;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.feel.FeelEngine;
import org.camunda.feel.FeelEngineClock;
import org.camunda.feel.context.FunctionProvider;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.camunda.feel.valuemapper.ValueMapper;

/** FEEL that reads each cell of a table once, and not each time that the table is asked. */
final class ReadCells extends FeelEngine {

  private final Map<String, Either<Failure, ParsedExpression>> expressions =
      new ConcurrentHashMap<>();
  private final Map<String, Either<Failure, ParsedExpression>> tests = new ConcurrentHashMap<>();

  ReadCells(FunctionProvider functions, ValueMapper values) {
    super(functions, values, new Configuration(false), FeelEngineClock.SystemClock$.MODULE$);
  }

  @Override
  public Either<Failure, ParsedExpression> parseExpression(String cell) {
    return expressions.computeIfAbsent(cell, super::parseExpression);
  }

  @Override
  public Either<Failure, ParsedExpression> parseUnaryTests(String cell) {
    return tests.computeIfAbsent(cell, super::parseUnaryTests);
  }
}
