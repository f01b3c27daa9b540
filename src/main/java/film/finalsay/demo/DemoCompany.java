package film.finalsay.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.Money;
import film.finalsay.budget.reading.BudgetImports;
import film.finalsay.drawdown.CashFlows;
import film.finalsay.drawdown.Payees;
import film.finalsay.engine.login.Impersonation;
import film.finalsay.film.Actor;
import film.finalsay.film.Documents;
import film.finalsay.film.Film;
import film.finalsay.film.FilmKind;
import film.finalsay.film.Films;
import film.finalsay.film.Phase;
import film.finalsay.film.TeamMember;
import film.finalsay.film.Viewer;
import film.finalsay.finance.FinancePlans;
import film.finalsay.greenlight.PackageItems;
import film.finalsay.script.process.ScriptApprovalProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The film NOVA, its team, a real feature's budget, and requests of each kind that are open. All of
 * it is done the way people would do it, so that the register reads as it would for them.
 */
@Component
@Profile("default")
public class DemoCompany {

  private static final Logger LOG = LoggerFactory.getLogger(DemoCompany.class);
  private static final String NOVA = "NOVA";
  private static final Actor ADMINISTRATOR = new Actor(DemoPerson.ADMIN.id(), null);

  private final Films films;
  private final BudgetImports budgets;
  private final Documents documents;
  private final FinancePlans financePlans;
  private final CashFlows cashFlows;
  private final Payees payees;
  private final PackageItems packageItems;
  private final Impersonation people;
  private final Clock clock;
  private final ObjectMapper json;

  DemoCompany(
      Films films,
      BudgetImports budgets,
      Documents documents,
      FinancePlans financePlans,
      CashFlows cashFlows,
      Payees payees,
      PackageItems packageItems,
      Impersonation people,
      Clock clock,
      ObjectMapper json) {
    this.films = films;
    this.budgets = budgets;
    this.documents = documents;
    this.financePlans = financePlans;
    this.cashFlows = cashFlows;
    this.payees = payees;
    this.packageItems = packageItems;
    this.people = people;
    this.clock = clock;
    this.json = json;
  }

  /** What is asked for and put on file besides scripts and budget, as people would enter it. */
  private record Story(
      String vision,
      Map<String, Object> financePlan,
      Map<String, Object> cashFlow,
      List<Map<String, Object>> payees,
      Map<String, Object> salesEstimates,
      Map<String, Object> keyAttachments,
      Map<String, Map<String, Object>> packageItems,
      List<Map<String, Object>> budgetChanges,
      Map<String, Object> hire,
      Map<String, Object> greenlight,
      Map<String, Object> reopening,
      Map<String, Object> contract) {}

  /** Founds the company, once: with the film on file it does nothing. */
  @Transactional
  public void found() {
    boolean founded =
        films.seenBy(new Viewer(DemoPerson.ADMIN.id(), true), 200, 0).stream()
            .anyMatch(film -> film.id().equals(NOVA));
    if (founded) {
      return;
    }
    Story story = story();
    Film nova = film(story.vision());
    approvedScript(nova);
    financePlans.save(NOVA, story.financePlan(), "producer1");
    cashFlows.save(NOVA, story.cashFlow(), "accountant1");
    story.payees().forEach(payee -> payees.approve(NOVA, payee, "producer1"));
    financePlans.saveEstimates(NOVA, story.salesEstimates(), "producer1");
    packageItems.saveAttachments(NOVA, story.keyAttachments(), "producer1");
    story.packageItems().forEach((item, sent) -> packageItems.set(NOVA, item, sent, "producer1"));
    openRequests(nova, story);
    LOG.info("The demo company is set up; log in as producer1 or exec1, the password is the id.");
  }

  private Story story() {
    try {
      return json.readValue(read("nova.json"), Story.class);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private Film film(String vision) {
    Currency usd = Currency.getInstance("USD");
    Film nova =
        films.create(
            new Film(NOVA, "Nova", FilmKind.FEATURE, usd, Phase.DEVELOPMENT, vision, null, 35, 0),
            ADMINISTRATOR);
    for (DemoPerson person : DemoPerson.values()) {
      people.hire(person.id(), person.firstName, person.lastName);
      films.add(
          new TeamMember(NOVA, person.id(), person.role, LocalDate.now(clock), null),
          ADMINISTRATOR);
    }
    budgets.importTopSheet(
        NOVA,
        read("nova-topsheet.csv"),
        Money.of(new BigDecimal("34852483"), usd),
        DemoPerson.LINE1.id());
    return nova;
  }

  private void approvedScript(Film nova) {
    String process = submitDraft(nova, "Draft 1", "The first full draft.");
    Map<String, Object> approve = Map.of("decision", "APPROVE");
    people.answer("producer1", process, ScriptApprovalProcess.REVIEW, approve);
    people.answer(
        "director1",
        process,
        ScriptApprovalProcess.CONSULT_DIRECTOR,
        Map.of("decision", "SUPPORT"));
    people.answer("exec1", process, ScriptApprovalProcess.DECIDE, approve);
  }

  private void openRequests(Film nova, Story story) {
    submitDraft(
        nova,
        "Draft 2",
        "The lighthouse burns down at the end of act two instead of act three; two locations less.");
    story.budgetChanges().forEach(change -> start("line1", ApprovalKind.BUDGET_CHANGE, change));
    Map<String, Object> greenlight = new HashMap<>(story.greenlight());
    greenlight.put("vision", story.vision());
    start("producer1", ApprovalKind.GREENLIGHT, greenlight);
    start("producer1", ApprovalKind.REOPENING, story.reopening());
    hire(nova, new HashMap<>(story.hire()));
    Map<String, Object> contract = new HashMap<>(story.contract());
    contract.put("document", keep(nova, "nova-harbour.pdf", "application/pdf"));
    start("line1", new ApprovalKind("CONTRACT"), contract);
  }

  private void hire(Film nova, Map<String, Object> hire) {
    byte[] memo = "Deal memo: %s".formatted(hire.get("name")).getBytes(StandardCharsets.UTF_8);
    String sha256 =
        documents.keep(nova, "dealMemo", "deal-memo.txt", "text/plain", memo, "line1").sha256();
    hire.put("dealMemo", sha256);
    start("line1", ApprovalKind.KEY_PERSONNEL, hire);
  }

  private String submitDraft(Film nova, String label, String summary) {
    String fileName = "nova-" + label.toLowerCase(Locale.ROOT).replace(' ', '-') + ".fountain";
    return start(
        "line1",
        ApprovalKind.SCRIPT_APPROVAL,
        Map.of("draft", label, "document", keep(nova, fileName, "text/plain"), "summary", summary));
  }

  private String keep(Film nova, String fileName, String type) {
    return documents.keep(nova, "document", fileName, type, read(fileName), "line1").sha256();
  }

  private String start(String person, ApprovalKind kind, Map<String, Object> fields) {
    Map<String, Object> variables = new HashMap<>(fields);
    variables.put("film", NOVA);
    return people.start(person, kind.processId(), variables);
  }

  private static byte[] read(String file) {
    try {
      return new ClassPathResource("demo/" + file).getContentAsByteArray();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
