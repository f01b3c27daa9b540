package film.finalsay.budget.process;

import film.finalsay.approval.Refusal;
import film.finalsay.approval.Role;
import film.finalsay.budget.ChangeKind;
import film.finalsay.budget.Ruling;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Rule;

/**
 * Whether an authority table answers every request there can be with one row that names people who
 * may decide. The limits are read from the table itself: each of them, and a figure between any
 * two, is tried with everything else, by asking the table.
 */
final class AuthorityTableCheck {

  private static final String TABLE = BudgetChangeProcess.AUTHORITY;
  private static final Set<Role> DECIDING =
      EnumSet.of(Role.PRODUCER, Role.CO_EXECUTIVE_PRODUCER, Role.EXECUTIVE_PRODUCER);
  private static final Set<Role> CONSENTING = EnumSet.of(Role.FINANCIER, Role.COMPLETION_GUARANTOR);
  private static final List<String> FIGURES =
      List.of("share", "cumulative", "amount", "contingencyDrawn", "shot");
  private static final Set<String> WORDS = Set.of("number", "string", "not", "and", "or");
  private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*");
  private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?");
  private static final int MAX_REQUESTS = 200_000;

  private final DmnEngine engine =
      DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
  private final DecisionTable table;
  private final DmnDecision decision;
  private final Set<Ruling> rulings = new LinkedHashSet<>();

  /**
   * @throws Refusal (invalid) if something is wrong with it
   */
  AuthorityTableCheck(byte[] model) {
    this.table = table(model);
    requireKnownColumns();
    this.decision = parsed(model);
    tryAll(figures(), new LinkedHashMap<>());
  }

  /** Everything that the table says to anybody. */
  Set<Ruling> rulings() {
    return rulings;
  }

  private static DecisionTable table(byte[] model) {
    Decision decision =
        Dmn.readModelFromStream(new ByteArrayInputStream(model)).getModelElementById(TABLE);
    if (decision == null || !(decision.getExpression() instanceof DecisionTable table)) {
      throw wrong("has to be a decision table");
    }
    if (table.getHitPolicy() != HitPolicy.UNIQUE) {
      throw wrong("has the hit policy %s; it has to be UNIQUE".formatted(table.getHitPolicy()));
    }
    return table;
  }

  private DmnDecision parsed(byte[] model) {
    try {
      return engine.parseDecision(TABLE, new ByteArrayInputStream(model));
    } catch (DmnEngineException unreadable) {
      throw wrong("cannot be read: " + unreadable.getMessage());
    }
  }

  private void requireKnownColumns() {
    Set<String> known = new TreeSet<>(FIGURES);
    known.addAll(List.of("kind", "sameSection", "aboveTheLine"));
    for (Input input : table.getInputs()) {
      Matcher names = NAME.matcher(input.getInputExpression().getText().getTextContent());
      names
          .results()
          .map(name -> name.group())
          .filter(name -> !known.contains(name) && !WORDS.contains(name))
          .findFirst()
          .ifPresent(
              name -> {
                throw wrong(
                    "asks in the column \"%s\" for \"%s\", which no request has; there are %s"
                        .formatted(input.getLabel(), name, String.join(", ", known)));
              });
    }
  }

  /** Each limit that a column names, and a figure below, between and above them. */
  private Map<String, List<Object>> figures() {
    Map<String, List<Object>> tried = new LinkedHashMap<>();
    tried.put("kind", List.copyOf(Arrays.stream(ChangeKind.values()).map(Enum::name).toList()));
    tried.put("sameSection", List.of(true, false));
    tried.put("aboveTheLine", List.of(true, false));
    FIGURES.forEach(name -> tried.put(name, new ArrayList<>(List.of("1"))));
    List<Input> inputs = List.copyOf(table.getInputs());
    for (int column = 0; column < inputs.size(); column++) {
      String asked = inputs.get(column).getInputExpression().getText().getTextContent();
      for (String name : FIGURES) {
        if (NAME.matcher(asked).results().anyMatch(found -> found.group().equals(name))) {
          tried.put(name, around(limits(column)));
        }
      }
    }
    long requests = tried.values().stream().mapToLong(List::size).reduce(1, Math::multiplyExact);
    if (requests > MAX_REQUESTS) {
      throw wrong("has so many limits that it cannot be checked; at most a dozen a column");
    }
    return tried;
  }

  private TreeSet<BigDecimal> limits(int column) {
    TreeSet<BigDecimal> limits = new TreeSet<>();
    for (Rule rule : table.getRules()) {
      String entry = List.copyOf(rule.getInputEntries()).get(column).getTextContent();
      NUMBER.matcher(entry).results().map(n -> new BigDecimal(n.group())).forEach(limits::add);
    }
    return limits;
  }

  private static List<Object> around(TreeSet<BigDecimal> limits) {
    BigDecimal two = BigDecimal.valueOf(2);
    List<BigDecimal> tried = new ArrayList<>();
    BigDecimal below = BigDecimal.ZERO;
    for (BigDecimal limit : limits) {
      tried.add(below.add(limit).divide(two));
      tried.add(limit);
      below = limit;
    }
    tried.add(below.multiply(two).add(BigDecimal.ONE));
    return tried.stream().distinct().map(figure -> (Object) figure.toPlainString()).toList();
  }

  private void tryAll(Map<String, List<Object>> figures, Map<String, Object> request) {
    if (request.size() == figures.size()) {
      rulings.add(ruling(request));
      return;
    }
    String next =
        figures.keySet().stream()
            .filter(name -> !request.containsKey(name))
            .findFirst()
            .orElseThrow();
    for (Object figure : figures.get(next)) {
      request.put(next, figure);
      tryAll(figures, request);
    }
    request.remove(next);
  }

  private Ruling ruling(Map<String, Object> request) {
    DmnDecisionTableResult rows;
    try {
      rows = engine.evaluateDecisionTable(decision, request);
    } catch (DmnEngineException several) {
      throw wrong(
          "has rows that overlap, or cannot be read, for %s: %s"
              .formatted(request, several.getMessage()));
    }
    if (rows.isEmpty()) {
      throw wrong("has no row for %s".formatted(request));
    }
    Ruling ruling;
    try {
      ruling = BudgetChangeProcess.ruling(rows.getSingleResult().getEntryMap());
    } catch (Refusal nobody) {
      throw wrong("names nobody who could decide %s: %s".formatted(request, nobody.getMessage()));
    }
    requireMayDecide(ruling);
    return ruling;
  }

  private static void requireMayDecide(Ruling ruling) {
    if (!DECIDING.contains(ruling.decidedBy())) {
      throw wrong(
          "lets the %s decide; only %s may".formatted(ruling.decidedBy().title(), ids(DECIDING)));
    }
    if (!CONSENTING.containsAll(ruling.consents())) {
      throw wrong(
          "asks %s for consent; only %s are asked"
              .formatted(ruling.consentsById(), ids(CONSENTING)));
    }
  }

  private static String ids(Set<Role> roles) {
    return String.join(", ", Stream.of(roles).flatMap(Set::stream).map(Role::id).toList());
  }

  private static Refusal wrong(String what) {
    return Refusal.invalid(TABLE, "the table " + what.replaceAll("\\.$", "") + ".");
  }
}
