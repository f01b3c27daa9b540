package film.finalsay.engine.tables;

import film.finalsay.approval.BusinessRuleException;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;

/**
 * Tries a decision table, before it counts, with all that it can be asked: exactly one row has to
 * apply to each. The limits are read from the table itself; each of them, and a figure between any
 * two, is tried with everything else.
 */
public final class TableProbe {

  /** What FEEL itself brings, as far as a column needs it. */
  private static final Set<String> WORDS = Set.of("number", "string", "not", "and", "or");

  private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*");
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:\\.\\d+)?");
  private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");
  private static final int MAX_QUESTIONS = 2_000_000;

  /**
   * An input that is a number.
   *
   * @param least null if there is no least
   * @param most null if there is no most
   */
  public record Figure(String name, BigDecimal least, BigDecimal most) {

    public static Figure ofAnySize(String name) {
      return new Figure(name, null, null);
    }

    public static Figure fromZero(String name) {
      return new Figure(name, BigDecimal.ZERO, null);
    }

    public static Figure percent(String name) {
      return new Figure(name, BigDecimal.ZERO, BigDecimal.valueOf(100));
    }

    private boolean canBe(BigDecimal figure) {
      return (least == null || figure.compareTo(least) >= 0)
          && (most == null || figure.compareTo(most) <= 0);
    }
  }

  private final String id;
  private final DecisionTable table;
  private final List<Rule> rules;
  private final Map<String, List<Object>> tried = new LinkedHashMap<>();
  private final Map<String, List<Object>> choices;
  private final TableColumns columns;
  private final Map<Integer, Map<String, Object>> said = new HashMap<>();

  /**
   * @param id of the decision
   * @param choices the inputs that are one of a few values
   * @param figures the inputs that are numbers
   * @throws BusinessRuleException (invalid) if it is no such table, asks for anything else, or
   *     works out what it says
   */
  public TableProbe(
      String id, byte[] model, Map<String, List<Object>> choices, List<Figure> figures) {
    this.id = id;
    this.table = table(model);
    this.rules = List.copyOf(table.getRules());
    this.choices = choices;
    tried.putAll(choices);
    figures.forEach(figure -> tried.put(figure.name(), List.of()));
    requireKnownColumns();
    figures.forEach(figure -> tried.put(figure.name(), around(figure, limits(figure.name()))));
    requireFewEnough();
    WrittenOut.require(id, model);
    this.columns = columns(model);
  }

  /**
   * @param look is given a question for each row that answers any, with the row
   * @throws BusinessRuleException (invalid) naming the first question that no row answers, or
   *     several do
   */
  public void tryAll(BiConsumer<Map<String, Object>, Map<String, Object>> look) {
    tryAll(false, look);
  }

  /** The same, where it matters what was asked: every question is looked at. */
  public void tryEach(BiConsumer<Map<String, Object>, Map<String, Object>> look) {
    tryAll(true, look);
  }

  private void tryAll(boolean each, BiConsumer<Map<String, Object>, Map<String, Object>> look) {
    try {
      tryAll(new HashMap<>(), List.copyOf(tried.keySet()), each, look);
    } catch (TableColumns.Unreadable unreadable) {
      throw wrong("cannot be read: " + unreadable.getMessage());
    }
  }

  /**
   * @throws BusinessRuleException (invalid) naming the first row that is for a value which there is
   *     not, and so for nothing
   */
  public void requireNothingUnknown() {
    choices.keySet().forEach(name -> cells(name).forEach(cell -> requireKnown(name, cell)));
  }

  private void requireKnown(String name, String cell) {
    List<Object> known = choices.get(name);
    QUOTED
        .matcher(cell)
        .results()
        .map(quoted -> quoted.group(1))
        .filter(value -> !known.contains(value))
        .findFirst()
        .ifPresent(
            value -> {
              throw wrong(
                  "has a row for the %s \"%s\", which there is not; there are %s"
                      .formatted(
                          name,
                          value,
                          known.stream().map(Object::toString).collect(Collectors.joining(", "))));
            });
  }

  /** What is wrong with the table, as a refusal. */
  public BusinessRuleException wrong(String what) {
    return BusinessRuleException.invalid(id, "the table " + what.replaceAll("\\.$", "") + ".");
  }

  private DecisionTable table(byte[] model) {
    Decision found =
        Dmn.readModelFromStream(new ByteArrayInputStream(model)).getModelElementById(id);
    if (found == null || !(found.getExpression() instanceof DecisionTable read)) {
      throw wrong("has to be a decision table");
    }
    if (read.getHitPolicy() != HitPolicy.UNIQUE) {
      throw wrong("has the hit policy %s; it has to be UNIQUE".formatted(read.getHitPolicy()));
    }
    return read;
  }

  private void requireKnownColumns() {
    for (Input input : table.getInputs()) {
      names(input)
          .filter(name -> !tried.containsKey(name) && !WORDS.contains(name))
          .findFirst()
          .ifPresent(
              name -> {
                throw wrong(
                    "asks in the column \"%s\" for \"%s\", which there is not; there are %s"
                        .formatted(
                            input.getLabel(),
                            name,
                            String.join(", ", new TreeSet<>(tried.keySet()))));
              });
    }
  }

  private void requireFewEnough() {
    double questions = tried.values().stream().mapToDouble(List::size).reduce(1, (a, b) -> a * b);
    if (questions > MAX_QUESTIONS) {
      throw wrong("has so many limits that it cannot be checked; at most a dozen a column");
    }
  }

  private TableColumns columns(byte[] model) {
    List<List<String>> names =
        table.getInputs().stream()
            .map(input -> names(input).filter(tried::containsKey).distinct().toList())
            .toList();
    try {
      return new TableColumns(id, model, names);
    } catch (TableColumns.Unreadable unreadable) {
      throw wrong("cannot be read: " + unreadable.getMessage());
    }
  }

  private static Stream<String> names(Input input) {
    return NAME.matcher(input.getInputExpression().getText().getTextContent())
        .results()
        .map(MatchResult::group);
  }

  /** What the cells say in the columns that ask for it. */
  private Stream<String> cells(String name) {
    List<Input> inputs = List.copyOf(table.getInputs());
    return IntStream.range(0, inputs.size())
        .filter(column -> names(inputs.get(column)).anyMatch(name::equals))
        .boxed()
        .flatMap(
            column -> rules.stream().map(rule -> List.copyOf(rule.getInputEntries()).get(column)))
        .map(InputEntry::getTextContent);
  }

  private TreeSet<BigDecimal> limits(String name) {
    return cells(name)
        .flatMap(cell -> NUMBER.matcher(cell).results())
        .map(number -> new BigDecimal(number.group()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<Object> around(Figure figure, TreeSet<BigDecimal> limits) {
    if (limits.isEmpty()) {
      return List.of("1");
    }
    List<BigDecimal> figures = new ArrayList<>();
    BigDecimal below = limits.first().subtract(BigDecimal.ONE);
    if (figure.least() != null) {
      below = figure.least();
    }
    figures.add(below);
    for (BigDecimal limit : limits) {
      figures.add(below.add(limit).divide(BigDecimal.valueOf(2)));
      figures.add(limit);
      below = limit;
    }
    figures.add(figure.most() == null ? below.add(BigDecimal.ONE) : figure.most());
    return figures.stream()
        .filter(figure::canBe)
        .map(BigDecimal::toPlainString)
        .distinct()
        .map(Object.class::cast)
        .toList();
  }

  private void tryAll(
      Map<String, Object> question,
      List<String> open,
      boolean each,
      BiConsumer<Map<String, Object>, Map<String, Object>> look) {
    if (open.isEmpty()) {
      int rule = onlyRule(question);
      boolean first = !said.containsKey(rule);
      if (first) {
        said.put(rule, columns.row(question));
      }
      if (first || each) {
        look.accept(question, said.get(rule));
      }
      return;
    }
    List<String> rest = open.subList(1, open.size());
    for (Object value : tried.get(open.get(0))) {
      question.put(open.get(0), value);
      tryAll(question, rest, each, look);
    }
  }

  private int onlyRule(Map<String, Object> question) {
    BitSet apply = columns.rulesFor(question);
    if (apply.isEmpty()) {
      throw wrong("has no row for %s".formatted(inWords(question)));
    }
    if (apply.cardinality() > 1) {
      String overlapping =
          apply.stream()
              .mapToObj(rule -> "\"" + description(rules.get(rule)) + "\"")
              .collect(Collectors.joining(" and "));
      throw wrong("has rows that overlap, %s, for %s".formatted(overlapping, inWords(question)));
    }
    return apply.nextSetBit(0);
  }

  static String description(Rule rule) {
    return rule.getDescription() == null
        ? rule.getId()
        : rule.getDescription().getTextContent().strip();
  }

  private String inWords(Map<String, Object> question) {
    return tried.keySet().stream()
        .filter(name -> tried.get(name).size() > 1)
        .map(name -> name + " " + question.get(name))
        .collect(Collectors.joining(", "));
  }
}
