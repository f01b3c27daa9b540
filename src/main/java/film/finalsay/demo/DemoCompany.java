package film.finalsay.demo;

import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.Money;
import film.finalsay.budget.BudgetImports;
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
import film.finalsay.finance.SalesEstimates;
import film.finalsay.greenlight.KeyAttachments;
import film.finalsay.greenlight.PackageItems;
import film.finalsay.script.process.ScriptApprovalProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
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
  private static final String SCRIPT = NOVA + "-SA-1";
  private static final Actor ADMINISTRATOR = new Actor(DemoPerson.ADMIN.id(), null);
  private static final String VISION =
      "A hopeful film about people who keep the light on for strangers: practical sets, real nights,"
          + " and an ending that is earned.";

  private final Films films;
  private final BudgetImports budgets;
  private final Documents documents;
  private final FinancePlans financePlans;
  private final SalesEstimates salesEstimates;
  private final KeyAttachments keyAttachments;
  private final PackageItems packageItems;
  private final Impersonation people;
  private final Clock clock;

  DemoCompany(
      Films films,
      BudgetImports budgets,
      Documents documents,
      FinancePlans financePlans,
      SalesEstimates salesEstimates,
      KeyAttachments keyAttachments,
      PackageItems packageItems,
      Impersonation people,
      Clock clock) {
    this.films = films;
    this.budgets = budgets;
    this.documents = documents;
    this.financePlans = financePlans;
    this.salesEstimates = salesEstimates;
    this.keyAttachments = keyAttachments;
    this.packageItems = packageItems;
    this.people = people;
    this.clock = clock;
  }

  /** Founds the company, once: with the film on file it does nothing. */
  @Transactional
  public void found() {
    boolean founded =
        films.seenBy(new Viewer(DemoPerson.ADMIN.id(), true), 200, 0).stream()
            .anyMatch(film -> film.id().equals(NOVA));
    if (founded) {
      return;
    }
    Film nova = film();
    approvedScript(nova);
    greenlightPackage();
    openRequests(nova);
    LOG.info("The demo company is set up; log in as producer1 or exec1, the password is the id.");
  }

  private Film film() {
    Currency usd = Currency.getInstance("USD");
    Film nova =
        films.create(
            new Film(NOVA, "Nova", FilmKind.FEATURE, usd, Phase.DEVELOPMENT, VISION, null, 35, 0),
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
    people.answer("producer1", process, ScriptApprovalProcess.REVIEW, approve());
    people.answer(
        "director1",
        process,
        ScriptApprovalProcess.CONSULT_DIRECTOR,
        Map.of("decision", "SUPPORT"));
    people.answer("exec1", process, ScriptApprovalProcess.DECIDE, approve());
  }

  /** What the greenlight is decided on, besides script and budget. */
  private void greenlightPackage() {
    financePlans.save(
        NOVA,
        Map.of(
            "sources",
            List.of(
                source(
                    "Northern Light Equity Partners",
                    "EQUITY",
                    "14000000.00",
                    "CONFIRMED",
                    "Paid in four parts, recouped first"),
                source(
                    "Harbour Pictures, domestic rights",
                    "PRESALE",
                    "11500000.00",
                    "CONFIRMED",
                    "20 % on signature, 80 % on delivery"),
                source(
                    "State production tax credit",
                    "TAX_INCENTIVE",
                    "6950000.00",
                    "CONFIRMED",
                    "25 % of the local spend"),
                source(
                    "First Coast Bank",
                    "GAP",
                    "2100000.00",
                    "PENDING",
                    "Against unsold territories"),
                source(
                    "Producers' and director's fees",
                    "DEFERRAL",
                    "2500000.00",
                    "CONFIRMED",
                    "Paid from net receipts"))),
        "producer1");
    salesEstimates.save(
        NOVA,
        Map.of(
            "agent", "Lantern Sales",
            "date", "2026-05-20",
            "territories",
                List.of(
                    Map.of("territory", "Germany", "ask", "2400000.00", "take", "1600000.00"),
                    Map.of("territory", "France", "ask", "1900000.00", "take", "1200000.00"),
                    Map.of(
                        "territory", "United Kingdom", "ask", "2600000.00", "take", "1750000.00"),
                    Map.of("territory", "Japan", "ask", "1500000.00", "take", "900000.00"))),
        "producer1");
    keyAttachments.save(
        NOVA,
        Map.of(
            "attachments",
            List.of(
                attached("Mara Lindqvist", "DIRECTOR", "ATTACHED", "Director's agreement"),
                attached(
                    "Ines Albrecht", "LEAD_CAST", "LETTER_OF_INTENT", "Agent's letter of 4 May"),
                attached("Tom Okafor", "LEAD_CAST", "ATTACHED", "Deal memo"))),
        "producer1");
    item("CHAIN_OF_TITLE", "producer1", "Opinion of counsel, closing binder 1");
    item("INSURANCE", "line1", "Broker's quote: cast, crew, negative, errors and omissions");
    item("COMPLETION_BOND", "producer2", "Guarantor's letter of intent");
  }

  private static Map<String, String> source(
      String name, String kind, String amount, String state, String terms) {
    return Map.of("name", name, "kind", kind, "amount", amount, "state", state, "terms", terms);
  }

  private static Map<String, String> attached(
      String name, String role, String state, String reference) {
    return Map.of("name", name, "role", role, "state", state, "reference", reference);
  }

  private void item(String item, String owner, String reference) {
    packageItems.set(
        NOVA,
        item,
        Map.of("state", "IN_HAND", "owner", owner, "reference", reference),
        "producer1");
  }

  private void openRequests(Film nova) {
    submitDraft(
        nova,
        "Draft 2",
        "The lighthouse burns down at the end of act two instead of act three; two locations less.");
    budgetChange(
        "TRANSFER",
        Map.of("fromAccount", "2700", "toAccount", "2800"),
        "4500.00",
        "Hero props are rebuilt in hardwood; set dressing buys less.");
    budgetChange(
        "CONTINGENCY",
        Map.of("toAccount", "3600"),
        "120000.00",
        "The harbour asks for a second week after the storm.");
    budgetChange(
        "OVERAGE",
        Map.of("toAccount", "3400"),
        "5000.00",
        "Two more wireless kits for the crowd days.");
    budgetChange(
        "INCREASE",
        Map.of("toAccount", "4400"),
        "250000.00",
        "The distributor wants the storm at full length and pays for it.");
    people.start(
        "producer1",
        ApprovalKind.GREENLIGHT.processId(),
        Map.of(
            "film", NOVA,
            "logline",
                "A lighthouse keeper who must not be seen saves the one ship that looks for her.",
            "vision", VISION,
            "budgetVersion", 1,
            "scriptDraft", "Draft 1",
            "scheduleStart", "2027-03-01",
            "scheduleEnd", "2027-04-16"));
    people.start(
        "producer1",
        ApprovalKind.REOPENING.processId(),
        Map.of(
            "film", NOVA,
            "approval", SCRIPT,
            "reason", "Draft 2 answers the notes of the harbour: two locations less."));
  }

  private String submitDraft(Film nova, String label, String summary) {
    String fileName = "nova-" + label.toLowerCase(Locale.ROOT).replace(' ', '-') + ".fountain";
    String sha256 =
        documents.keep(nova, "document", fileName, "text/plain", read(fileName), "line1").sha256();
    return people.start(
        "line1",
        ApprovalKind.SCRIPT_APPROVAL.processId(),
        Map.of("film", NOVA, "draft", label, "document", sha256, "summary", summary));
  }

  private void budgetChange(
      String kind, Map<String, String> accounts, String amount, String reason) {
    Map<String, Object> variables = new HashMap<>(accounts);
    variables.putAll(Map.of("film", NOVA, "kind", kind, "amount", amount, "reason", reason));
    people.start("line1", ApprovalKind.BUDGET_CHANGE.processId(), variables);
  }

  private static Map<String, Object> approve() {
    return Map.of("decision", "APPROVE");
  }

  private static byte[] read(String file) {
    try {
      return new ClassPathResource("demo/" + file).getContentAsByteArray();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
