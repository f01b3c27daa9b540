package film.finalsay.engine.tables;

import film.finalsay.engine.model.FeelTables;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionRequirementsGraph;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableInputImpl;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableOutputImpl;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableRuleImpl;
import org.camunda.bpm.dmn.engine.impl.spi.transform.DmnTransformListener;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.Definitions;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;

/** Writes the figures of its cells into the reasons of each row, as a table is read. */
final class ReasonsFromCells implements DmnTransformListener {

  /** For the tables that are asked outside of a process. */
  static DmnEngine besideTheEngine() {
    return in(FeelTables.configuration()).buildEngine();
  }

  static DefaultDmnEngineConfiguration in(DefaultDmnEngineConfiguration engine) {
    List<DmnTransformListener> listeners =
        new ArrayList<>(engine.getTransformer().getTransformListeners());
    listeners.add(new ReasonsFromCells());
    engine.getTransformer().setTransformListeners(listeners);
    return engine;
  }

  @Override
  public void transformDecisionTableRule(Rule row, DmnDecisionTableRuleImpl read) {
    new RowReasons(row)
        .inWords()
        .forEach(
            (column, reason) ->
                read.getConclusions().get(column).setExpression("\"%s\"".formatted(reason)));
  }

  @Override
  public void transformDecision(Decision decision, DmnDecision read) {
    // says nothing
  }

  @Override
  public void transformDecisionTableInput(Input input, DmnDecisionTableInputImpl read) {
    // says nothing
  }

  @Override
  public void transformDecisionTableOutput(Output output, DmnDecisionTableOutputImpl read) {
    // says nothing
  }

  @Override
  public void transformDecisionRequirementsGraph(
      Definitions definitions, DmnDecisionRequirementsGraph read) {
    // says nothing
  }
}
