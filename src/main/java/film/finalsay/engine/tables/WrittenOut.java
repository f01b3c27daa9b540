package film.finalsay.engine.tables;

import film.finalsay.approval.BusinessRuleException;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;

/**
 * Has the rows of a table say themselves who decides and by when: what is worked out of a request
 * can be anything for a request that nobody tried.
 */
public final class WrittenOut {

  private static final Pattern LITERAL =
      Pattern.compile("|-|\"[^\"]*\"|true|false|-?\\d+(?:\\.\\d+)?");

  /** How the columns of sentences end, which decide nothing. */
  private static final String SENTENCE = "because";

  private WrittenOut() {}

  /**
   * @throws BusinessRuleException (invalid) naming the first row that works out what it says
   */
  public static void require(String id, byte[] model) {
    Decision decision =
        Dmn.readModelFromStream(new ByteArrayInputStream(model)).getModelElementById(id);
    if (decision == null || !(decision.getExpression() instanceof DecisionTable table)) {
      return;
    }
    List<Output> outputs = List.copyOf(table.getOutputs());
    for (Rule row : table.getRules()) {
      for (int column = 0; column < outputs.size(); column++) {
        String name = String.valueOf(outputs.get(column).getName());
        String cell = List.copyOf(row.getOutputEntries()).get(column).getTextContent().strip();
        if (!name.toLowerCase(Locale.ROOT).endsWith(SENTENCE) && !LITERAL.matcher(cell).matches()) {
          throw BusinessRuleException.invalid(
              id,
              "the table works out %s in the row \"%s\"; write a text, a number, true or false there.",
              name,
              TableProbe.description(row));
        }
      }
    }
  }
}
