package film.finalsay.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What a budget change has to do, written down a second time from the trade's rules and in the
 * plainest way: amounts in cents, limits as the default authority table states them.
 */
final class Model {

  static final String CONTINGENCY_ACCOUNT = "9900";

  /** Who works on the film, by person. */
  static final Map<String, String> TEAM =
      new LinkedHashMap<>(
          Map.of(
              "line1", "line-producer",
              "producer1", "producer",
              "producer2", "producer",
              "coexec1", "co-executive-producer",
              "exec1", "executive-producer",
              "financier1", "financier",
              "guarantor1", "completion-guarantor",
              "director1", "director"));

  private static final List<String> RANKS =
      List.of("producer", "co-executive-producer", "executive-producer");
  private static final Set<String> SUBMITTERS =
      Set.of("line-producer", "producer", "co-executive-producer", "executive-producer");

  enum Kind {
    TRANSFER,
    CONTINGENCY,
    OVERAGE,
    INCREASE
  }

  enum Stage {
    DECIDE,
    CONSENT,
    AMEND,
    APPROVED,
    REJECTED,
    WITHDRAWN;

    boolean isOpen() {
      return this == DECIDE || this == CONSENT || this == AMEND;
    }
  }

  record Ask(Kind kind, String from, String to, long cents) {
    String source() {
      return switch (kind) {
        case TRANSFER -> from;
        case CONTINGENCY -> CONTINGENCY_ACCOUNT;
        case OVERAGE, INCREASE -> to;
      };
    }

    boolean movesMoney() {
      return kind == Kind.TRANSFER || kind == Kind.CONTINGENCY;
    }
  }

  /**
   * @param because how the table's reason begins; empty where the model does not say
   */
  record Ruling(String decidedBy, Set<String> consents, String because) {

    Ruling(String decidedBy, Set<String> consents) {
      this(decidedBy, consents, "");
    }
  }

  static final class Account {
    final String section;
    long budgeted;
    long changes;
    long overage;

    Account(String section, long budgeted) {
      this.section = section;
      this.budgeted = budgeted;
    }

    long balance() {
      return budgeted + changes;
    }
  }

  static final class Request {
    final String requester;
    Ask ask;
    Ruling ruling;
    Stage stage = Stage.DECIDE;
    String decider;
    final Set<String> consented = new HashSet<>();

    Request(String requester) {
      this.requester = requester;
    }
  }

  final Map<String, Account> accounts = new LinkedHashMap<>();
  final List<Request> requests = new ArrayList<>();
  private final List<Request> inTheOrderTheyWereFiled = new ArrayList<>();

  /**
   * @param topSheet account, description, section, total in whole units; a header first
   */
  static Model of(String topSheet) {
    Model model = new Model();
    topSheet
        .lines()
        .skip(1)
        .map(line -> line.split(","))
        .forEach(
            cells ->
                model.accounts.put(
                    cells[0], new Account(cells[2], Long.parseLong(cells[3]) * 100)));
    return model;
  }

  long total() {
    return accounts.values().stream().mapToLong(Account::balance).sum();
  }

  /** Null if it is refused. */
  Request ask(String person, Ask ask) {
    if (!SUBMITTERS.contains(TEAM.get(person)) || !fits(ask, null)) {
      return null;
    }
    Ruling ruling = ruling(ask, null);
    if (!somebodyCan(ruling, person)) {
      return null;
    }
    Request request = new Request(person);
    file(request, ask, ruling);
    requests.add(request);
    return request;
  }

  boolean amend(Request request, String person, Ask ask) {
    if (request.stage != Stage.AMEND
        || !person.equals(request.requester)
        || !fits(ask, request)
        || !somebodyCan(ruling(ask, request), person)) {
      return false;
    }
    file(request, ask, ruling(ask, request));
    return true;
  }

  boolean decide(Request request, String person, String outcome) {
    int rank = RANKS.indexOf(TEAM.get(person));
    if (request.stage != Stage.DECIDE
        || person.equals(request.requester)
        || rank < RANKS.indexOf(request.ruling.decidedBy())) {
      return false;
    }
    switch (outcome) {
      case "REJECT" -> request.stage = Stage.REJECTED;
      case "RETURN" -> request.stage = Stage.AMEND;
      default -> {
        request.decider = person;
        request.consented.clear();
        if (request.ruling.consents().isEmpty()) {
          apply(request);
        } else {
          request.stage = Stage.CONSENT;
        }
      }
    }
    return true;
  }

  boolean consent(Request request, String person, boolean yes) {
    String role = TEAM.get(person);
    if (request.stage != Stage.CONSENT
        || !request.ruling.consents().contains(role)
        || !request.consented.add(role)) {
      return false;
    }
    if (!yes) {
      request.stage = Stage.REJECTED;
    } else if (request.consented.equals(request.ruling.consents())) {
      apply(request);
    }
    return true;
  }

  boolean withdraw(Request request, String person) {
    if (!request.stage.isOpen() || !person.equals(request.requester)) {
      return false;
    }
    request.stage = Stage.WITHDRAWN;
    return true;
  }

  /** The limits as the trade's default table has them, for all that was filed before and this. */
  Ruling ruling(Ask ask, Request own) {
    long before = 0;
    for (Request request : inTheOrderTheyWereFiled) {
      boolean counts =
          request != own
              && request.ask.kind() == ask.kind()
              && request.ask.source().equals(ask.source());
      if (counts && (request.stage.isOpen() || request.stage == Stage.APPROVED)) {
        before += request.ask.cents();
      }
    }
    long all = before + ask.cents();
    Account source = accounts.get(ask.source());
    Account to = accounts.get(ask.to());
    return switch (ask.kind()) {
      case TRANSFER -> new Ruling(transfer(all, source, to), Set.of());
      case CONTINGENCY -> contingency(all, source);
      case OVERAGE ->
          new Ruling(
              all <= 10_000_00 && !isAbove(all, 2, source)
                  ? "co-executive-producer"
                  : "executive-producer",
              Set.of());
      case INCREASE ->
          new Ruling("executive-producer", Set.of("financier", "completion-guarantor"));
    };
  }

  /** Nothing is shot yet. */
  private Ruling contingency(long all, Account source) {
    long drawn = approved().getOrDefault(Kind.CONTINGENCY + " " + CONTINGENCY_ACCOUNT, 0L);
    long whole = source.balance() + drawn;
    if (all * 100 > whole * 50) {
      return new Ruling(
          "executive-producer",
          Set.of("completion-guarantor"),
          "More than 50 % of the contingency");
    }
    return isAbove(all, 25, source)
        ? new Ruling(
            "executive-producer",
            Set.of("completion-guarantor"),
            "Drawdowns of together more than 25 %")
        : new Ruling("executive-producer", Set.of(), "Drawdowns of together up to 25 %");
  }

  private static String transfer(long all, Account source, Account to) {
    if (source.section.equals("ATL") || to.section.equals("ATL")) {
      return "executive-producer";
    }
    if (all > 50_000_00 || isAbove(all, 10, source)) {
      return "executive-producer";
    }
    boolean small = all <= 10_000_00 && !isAbove(all, 5, source);
    return small && source.section.equals(to.section) ? "producer" : "co-executive-producer";
  }

  private static boolean isAbove(long cents, int percent, Account account) {
    return Math.multiplyExact(cents, 100L) > Math.multiplyExact(account.budgeted, (long) percent);
  }

  private boolean fits(Ask ask, Request own) {
    if (!ask.movesMoney()) {
      return true;
    }
    boolean fromContingency = ask.source().equals(CONTINGENCY_ACCOUNT);
    if (ask.source().equals(ask.to()) || fromContingency != (ask.kind() == Kind.CONTINGENCY)) {
      return false;
    }
    return ask.cents() <= accounts.get(ask.source()).balance() - held(ask.source(), own);
  }

  long held(String account, Request except) {
    return requests.stream()
        .filter(request -> request != except && request.stage.isOpen())
        .filter(request -> request.ask.movesMoney() && request.ask.source().equals(account))
        .mapToLong(request -> request.ask.cents())
        .sum();
  }

  /** Only the executive producer is alone in what they can decide. */
  private static boolean somebodyCan(Ruling ruling, String requester) {
    int rank = RANKS.indexOf(ruling.decidedBy());
    return TEAM.entrySet().stream()
        .anyMatch(
            member ->
                !Objects.equals(member.getKey(), requester)
                    && RANKS.indexOf(member.getValue()) >= rank);
  }

  private void file(Request request, Ask ask, Ruling ruling) {
    request.ask = ask;
    request.ruling = ruling;
    request.stage = Stage.DECIDE;
    inTheOrderTheyWereFiled.remove(request);
    inTheOrderTheyWereFiled.add(request);
  }

  private void apply(Request request) {
    Ask ask = request.ask;
    Account to = accounts.get(ask.to());
    switch (ask.kind()) {
      case TRANSFER, CONTINGENCY -> {
        accounts.get(ask.source()).changes -= ask.cents();
        to.changes += ask.cents();
      }
      case OVERAGE -> to.overage += ask.cents();
      case INCREASE -> to.budgeted += ask.cents();
    }
    request.stage = Stage.APPROVED;
  }

  /** What was approved, by kind and source account. */
  Map<String, Long> approved() {
    Map<String, Long> sums = new HashMap<>();
    requests.stream()
        .filter(request -> request.stage == Stage.APPROVED)
        .forEach(
            request ->
                sums.merge(
                    request.ask.kind() + " " + request.ask.source(),
                    request.ask.cents(),
                    Long::sum));
    return sums;
  }
}
