package film.finalsay.model;

import static org.assertj.core.api.Assertions.assertThat;

import film.finalsay.approval.Approval;
import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Inputs;
import film.finalsay.approval.Role;
import film.finalsay.authority.Ruling;
import film.finalsay.budget.Budget;
import film.finalsay.budget.Budgets;
import film.finalsay.budget.change.BudgetChanges;
import film.finalsay.budget.change.Weighed;
import film.finalsay.film.Film;
import film.finalsay.film.Films;
import film.finalsay.model.Model.Ask;
import film.finalsay.model.Model.Kind;
import film.finalsay.model.Model.Request;
import film.finalsay.model.Model.Stage;
import film.finalsay.register.ApprovalRegister;
import film.finalsay.register.Withdrawals;
import film.finalsay.support.Cast;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One film in the product and in the model; whatever is done is done in both and compared. */
final class World {

  private static final String DECIDE = "userTask_decideBudgetChange";
  private static final String CONSENT = "userTask_giveConsent";
  private static final String AMEND = "userTask_amendBudgetChange";
  private static final List<String> OUTCOMES =
      List.of("APPROVE", "APPROVE", "APPROVE", "RETURN", "REJECT");

  /** What of the product is driven. */
  record Product(
      ProcessEngine engine,
      Cast cast,
      Films films,
      Budgets budgets,
      BudgetChanges changes,
      ApprovalRegister register,
      Withdrawals withdrawals,
      JdbcClient database) {}

  private final Product product;
  private final String filmId;
  private final Model model;
  private final Map<Request, String> processes = new IdentityHashMap<>();

  World(Product product, String filmId, Model model) {
    this.product = product;
    this.filmId = filmId;
    this.model = model;
  }

  /**
   * Drops what the engine remembers of this world, and what people were shown in it: a thousand of
   * them have to fit into one database in memory.
   */
  void forget() {
    List<String> over =
        product
            .engine()
            .getHistoryService()
            .createHistoricProcessInstanceQuery()
            .tenantIdIn(filmId)
            .finished()
            .list()
            .stream()
            .map(HistoricProcessInstance::getId)
            .toList();
    if (!over.isEmpty()) {
      product.engine().getHistoryService().deleteHistoricProcessInstancesBulk(over);
    }
    product
        .database()
        .sql("delete from question where approval_key like :film")
        .param("film", filmId + "-%")
        .update();
  }

  void take(Step step) {
    List<String> people = new ArrayList<>(Model.TEAM.keySet()).stream().sorted().toList();
    String person = people.get(step.who() % people.size());
    List<Request> open = model.requests.stream().filter(request -> request.stage.isOpen()).toList();
    if (step.what() < 4 || open.isEmpty()) {
      ask(person, ask(step));
      return;
    }
    Request request = open.get(step.which() % open.size());
    if (step.what() == 4) {
      withdraw(request, step.kind() == 0 ? request.requester : person);
    } else {
      answer(request, step, person);
    }
  }

  Request ask(String person, Ask ask) {
    Request asked = model.ask(person, ask);
    String process =
        tried(
            () ->
                product
                    .cast()
                    .starts(person, "budget-change", variables(ask))
                    .getProcessInstanceId(),
            person);
    assertThat(process != null).as("%s asks for %s", person, ask).isEqualTo(asked != null);
    if (asked != null) {
      processes.put(asked, process);
      assertThatItIsFor(asked);
    }
    return asked;
  }

  /** Somebody tries the step that is open; mostly somebody who may. */
  private void answer(Request request, Step step, String anybody) {
    String outcome = OUTCOMES.get(step.kind() % OUTCOMES.size());
    boolean likely = step.what() > 5;
    switch (request.stage) {
      case DECIDE -> decide(request, likely ? decider(request) : anybody, outcome);
      case CONSENT -> {
        String party = step.to() % 2 == 0 ? "financier1" : "guarantor1";
        consent(request, likely ? party : anybody, !outcome.equals("REJECT"));
      }
      default -> amend(request, likely ? request.requester : anybody, ask(step));
    }
  }

  void decide(Request request, String person, String outcome) {
    assertThat(
            completed(request, DECIDE, person, Map.of("decision", outcome, "comment", "Because.")))
        .as("%s: %s by %s", request.ask, outcome, person)
        .isEqualTo(model.decide(request, person, outcome));
  }

  private void consent(Request request, String person, boolean yes) {
    assertThat(
            completed(
                request,
                CONSENT,
                person,
                Map.of("decision", yes ? "CONSENT" : "REFUSE", "comment", "Because.")))
        .as("%s: consent %s by %s", request.ask, yes, person)
        .isEqualTo(model.consent(request, person, yes));
  }

  private void amend(Request request, String person, Ask ask) {
    Map<String, Object> sent = new HashMap<>(variables(ask));
    sent.remove("film");
    sent.put("decision", "RESUBMIT");
    boolean amended = completed(request, AMEND, person, sent);
    assertThat(amended)
        .as("%s amended to %s by %s", request.ask, ask, person)
        .isEqualTo(model.amend(request, person, ask));
    if (amended) {
      assertThatItIsFor(request);
    }
  }

  private void withdraw(Request request, String person) {
    Approval approval = approval(request);
    boolean withdrawn =
        tried(() -> product.withdrawals().withdraw(approval.key(), person, Map.of()), null) != null;
    assertThat(withdrawn)
        .as("%s withdrawn by %s", request.ask, person)
        .isEqualTo(model.withdraw(request, person));
  }

  /** Balances, overages, total and contingency. */
  void assertAlike() {
    Budget budget = product.budgets().current(film());
    assertThat(
            budget.accounts().stream()
                .collect(
                    Collectors.toMap(
                        account -> account.number(),
                        account ->
                            "%d %d %d"
                                .formatted(
                                    account.budgeted().minor(),
                                    account.changes().minor(),
                                    account.overage().minor()))))
        .isEqualTo(
            model.accounts.entrySet().stream()
                .collect(
                    Collectors.toMap(
                        Map.Entry::getKey,
                        entry ->
                            "%d %d %d"
                                .formatted(
                                    entry.getValue().budgeted,
                                    entry.getValue().changes,
                                    entry.getValue().overage))));
    assertThat(budget.total().minor()).isEqualTo(model.total());
    assertThat(budget.contingency().orElseThrow().balance().minor())
        .isEqualTo(model.accounts.get(Model.CONTINGENCY_ACCOUNT).balance())
        .isNotNegative();
  }

  String filmId() {
    return filmId;
  }

  /** Where each request stands. */
  void assertStatesAlike() {
    for (Request request : model.requests) {
      assertThat(approval(request).state().name())
          .as("%s", request.ask)
          .isEqualTo(state(request.stage));
    }
  }

  /** What counts before the next request on each account and of each kind. */
  void assertCumulativeLimitsAlike() {
    Map<String, Long> approved = model.approved();
    for (Kind kind : Kind.values()) {
      for (String account : model.accounts.keySet()) {
        Ask probe = probe(kind, account);
        boolean possible = kind != Kind.CONTINGENCY || account.equals(Model.CONTINGENCY_ACCOUNT);
        if (!possible
            || (kind == Kind.TRANSFER && account.equals(Model.CONTINGENCY_ACCOUNT))
            || (probe.movesMoney()
                && model.accounts.get(account).balance() <= model.held(account, null))) {
          continue;
        }
        Weighed weighed = product.changes().preview(Inputs.of(variables(probe)), film(), "line1");
        assertThat(weighed.before().approved().minor())
            .as("approved before %s", probe)
            .isEqualTo(approved.getOrDefault(kind + " " + account, 0L));
        assertThat(weighed.held().minor())
            .isEqualTo(probe.movesMoney() ? model.held(account, null) : 0);
        assertThatTheyDecide(weighed.ruling(), model.ruling(probe, null), probe);
      }
    }
  }

  private static Ask probe(Kind kind, String account) {
    String other = account.equals("3500") ? "3600" : "3500";
    return switch (kind) {
      case TRANSFER -> new Ask(kind, account, other, 1);
      case CONTINGENCY -> new Ask(kind, null, other, 1);
      case OVERAGE, INCREASE -> new Ask(kind, null, account, 1);
    };
  }

  private void assertThatItIsFor(Request request) {
    assertThatTheyDecide(
        product.changes().ruling(approval(request)).orElseThrow(), request.ruling, request.ask);
  }

  private static void assertThatTheyDecide(Ruling ruling, Model.Ruling expected, Ask ask) {
    assertThat(ruling.decidedBy().id()).as("who decides %s", ask).isEqualTo(expected.decidedBy());
    assertThat(ruling.consents().stream().map(Role::id).collect(Collectors.toSet()))
        .as("who consents to %s", ask)
        .isEqualTo(expected.consents());
    assertThat(ruling.because()).as("why they decide %s", ask).startsWith(expected.because());
  }

  private boolean completed(
      Request request, String step, String person, Map<String, Object> variables) {
    List<Task> tasks =
        product
            .engine()
            .getTaskService()
            .createTaskQuery()
            .processInstanceBusinessKey(approval(request).key())
            .taskDefinitionKey(step)
            .list();
    String task =
        tasks.stream()
            .map(Task::getId)
            .filter(id -> tasks.size() == 1 || isFor(id, Model.TEAM.get(person)))
            .findFirst()
            .orElse(null);
    return task != null
        && tried(
                () -> {
                  product
                      .cast()
                      .as(
                          person,
                          () -> product.engine().getTaskService().complete(task, variables));
                  return task;
                },
                null)
            != null;
  }

  private boolean isFor(String task, String role) {
    return product.engine().getTaskService().getIdentityLinksForTask(task).stream()
        .anyMatch(link -> role.equals(link.getGroupId()));
  }

  private interface Attempt<T> {
    T make();
  }

  /** Null if it is refused; whatever else goes wrong is an error. */
  private static <T> T tried(Attempt<T> attempt, String person) {
    try {
      return attempt.make();
    } catch (RuntimeException failed) {
      for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
        if (cause instanceof BusinessRuleException || cause instanceof AuthorizationException) {
          return null;
        }
      }
      throw failed;
    }
  }

  private Ask ask(Step step) {
    List<String> accounts = List.copyOf(model.accounts.keySet());
    Kind kind = Kind.values()[step.kind() % Kind.values().length];
    String from = kind == Kind.TRANSFER ? accounts.get(step.from() % accounts.size()) : null;
    return new Ask(kind, from, accounts.get(step.to() % accounts.size()), step.cents());
  }

  private static String decider(Request request) {
    return switch (request.ruling.decidedBy()) {
      case "producer" -> request.requester.equals("producer1") ? "producer2" : "producer1";
      case "co-executive-producer" -> request.requester.equals("coexec1") ? "exec1" : "coexec1";
      default -> "exec1";
    };
  }

  private Map<String, Object> variables(Ask ask) {
    Map<String, Object> variables = new HashMap<>();
    variables.put("film", filmId);
    variables.put("kind", ask.kind().name());
    variables.put("fromAccount", ask.from());
    variables.put("toAccount", ask.to());
    variables.put("amount", BigDecimal.valueOf(ask.cents(), 2).toPlainString());
    variables.put("reason", "The harbour asks for it.");
    return variables;
  }

  private Approval approval(Request request) {
    return product.register().carriedBy(processes.get(request));
  }

  private Film film() {
    return product.films().byInput(filmId);
  }

  private static String state(Stage stage) {
    return switch (stage) {
      case DECIDE, CONSENT -> "PENDING";
      case AMEND -> "RETURNED";
      default -> stage.name();
    };
  }
}
