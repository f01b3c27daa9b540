package film.finalsay.engine.tables;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;

/**
 * Which rows of a decision table apply, asked column by column. A row applies if each of its cells
 * does; so a table of a column alone is asked once for each value, and not the whole table once for
 * each of some ten thousand combinations.
 */
final class TableColumns {

  private static final String ROW = "row";

  /** The table cannot be read, or one of its cells not be answered. */
  static final class Unreadable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Unreadable(DmnEngineException cause) {
      super(cause.getMessage(), cause);
    }
  }

  private record Column(List<String> names, DmnDecision cells, Map<List<Object>, BitSet> asked) {}

  private final DmnEngine engine = ReasonsFromCells.besideTheEngine();
  private final String id;
  private final DmnDecision whole;
  private final int rules;
  private final List<Column> columns = new ArrayList<>();

  /**
   * @param names of the inputs that each column asks for
   */
  TableColumns(String id, byte[] model, List<List<String>> names) {
    this.id = id;
    DmnModelInstance read = read(model);
    this.rules = table(read).getRules().size();
    this.whole = parsed(read);
    for (int column = 0; column < names.size(); column++) {
      columns.add(
          new Column(names.get(column), parsed(alone(read.clone(), column)), new HashMap<>()));
    }
  }

  /** The rows that apply, by their place in the table. */
  BitSet rulesFor(Map<String, Object> question) {
    BitSet apply = new BitSet(rules);
    apply.set(0, rules);
    for (Column column : columns) {
      List<Object> values = column.names().stream().map(question::get).toList();
      apply.and(column.asked().computeIfAbsent(values, unknown -> ask(column, question)));
    }
    return apply;
  }

  /** What the only row that applies says. */
  Map<String, Object> row(Map<String, Object> question) {
    try {
      return engine.evaluateDecisionTable(whole, question).getSingleResult().getEntryMap();
    } catch (DmnEngineException unreadable) {
      throw new Unreadable(unreadable);
    }
  }

  private BitSet ask(Column column, Map<String, Object> question) {
    try {
      BitSet apply = new BitSet(rules);
      engine
          .evaluateDecisionTable(column.cells(), question)
          .collectEntries(ROW)
          .forEach(row -> apply.set(Integer.parseInt((String) row)));
      return apply;
    } catch (DmnEngineException unreadable) {
      throw new Unreadable(unreadable);
    }
  }

  /** The table with one column, which collects the places of the rows that apply. */
  private DmnModelInstance alone(DmnModelInstance model, int column) {
    DecisionTable table = table(model);
    table.setHitPolicy(HitPolicy.COLLECT);
    keepOnly(table.getInputs(), column);
    keepOnly(table.getOutputs(), 0);
    Output output = table.getOutputs().iterator().next();
    output.setName(ROW);
    output.setTypeRef("string");
    if (output.getOutputValues() != null) {
      output.removeChildElement(output.getOutputValues());
    }
    int row = 0;
    for (Rule rule : table.getRules()) {
      keepOnly(rule.getInputEntries(), column);
      keepOnly(rule.getOutputEntries(), 0);
      OutputEntry entry = rule.getOutputEntries().iterator().next();
      entry.getText().setTextContent("\"" + row++ + "\"");
    }
    return model;
  }

  private static <T> void keepOnly(Collection<T> elements, int place) {
    List<T> all = new ArrayList<>(elements);
    for (int i = 0; i < all.size(); i++) {
      if (i != place) {
        elements.remove(all.get(i));
      }
    }
  }

  private DmnDecision parsed(DmnModelInstance model) {
    try {
      return engine.parseDecision(id, model);
    } catch (DmnEngineException unreadable) {
      throw new Unreadable(unreadable);
    }
  }

  private DecisionTable table(DmnModelInstance model) {
    return (DecisionTable) ((Decision) model.getModelElementById(id)).getExpression();
  }

  private static DmnModelInstance read(byte[] model) {
    return Dmn.readModelFromStream(new ByteArrayInputStream(model));
  }
}
