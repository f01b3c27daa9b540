package film.finalsay.stakeholders;

import static film.finalsay.approval.BusinessRuleException.conflict;
import static film.finalsay.approval.BusinessRuleException.invalid;

import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Inputs;
import film.finalsay.approval.Markdown;
import film.finalsay.approval.Role;
import film.finalsay.effect.Notices;
import film.finalsay.film.Film;
import film.finalsay.film.Films;
import film.finalsay.register.Asking;
import film.finalsay.register.Case;
import film.finalsay.register.Content;
import film.finalsay.register.Declaration;
import film.finalsay.register.Declaration.Trait;
import film.finalsay.register.RequestKind;
import film.finalsay.register.Submission;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * A report to those who pay for a film, sell it or bond it: drafted by a producer, released by the
 * executive producer. Its figures are computed when it is filed, and are what is signed.
 */
@Component
class StakeholderReportRequest implements RequestKind {

  static final ApprovalKind KIND = new ApprovalKind("STAKEHOLDER_REPORT");

  private static final String START = "periodStart";
  private static final String END = "periodEnd";
  private static final String TEXT = "text";
  private static final String CORRECTS = "corrects";
  private static final String DELIVERED =
      "%s was released for you. It stands below, and as a PDF among the film's stakeholder reports.";
  private static final int MOST_DAYS = 366;
  private static final int MAX_KEY = 64;
  private static final Set<Role> DRAFTING = EnumSet.of(Role.PRODUCER, Role.CO_EXECUTIVE_PRODUCER);

  private final Figures figures;
  private final StakeholderReports reports;
  private final Notices notices;
  private final Films films;
  private final Clock clock;

  StakeholderReportRequest(
      Figures figures, StakeholderReports reports, Notices notices, Films films, Clock clock) {
    this.figures = figures;
    this.reports = reports;
    this.notices = notices;
    this.films = films;
    this.clock = clock;
  }

  @Override
  public Declaration declared() {
    return Declaration.of(KIND, "RP", Trait.GOES_ON_AFTER_DELIVERY).askedBy(DRAFTING);
  }

  @Override
  public Submission submit(Asking asking) {
    Inputs sent = asking.sent();
    Film film = asking.film();
    LocalDate to = day(sent, END, LocalDate.now(clock));
    LocalDate from = day(sent, START, to);
    if (ChronoUnit.DAYS.between(from, to) >= MOST_DAYS) {
      throw invalid(START, "has to be within %d days of %s.", MOST_DAYS, to);
    }
    List<Recipient> recipients = recipients(sent, film);
    Content content =
        figures
            .owed(figures.of(film, from, to), film, recipients)
            .with("asOf", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString())
            .with(START, from.toString())
            .with(END, to.toString())
            .with(TEXT, sent.longText(TEXT))
            .with(CORRECTS, corrected(sent, film));
    for (Recipient recipient : Recipient.values()) {
      content = content.with(recipient.field, recipients.contains(recipient));
    }
    String goesTo =
        recipients.stream().map(one -> one.role.title()).collect(Collectors.joining(", "));
    return Submission.of("Report on %s to %s".formatted(from, to), null, content)
        .doing("Goes to the %s, each with what is theirs.".formatted(goesTo));
  }

  /**
   * @param latest the last day that it can be
   */
  private static LocalDate day(Inputs sent, String field, LocalDate latest) {
    LocalDate day =
        sent.optionalDate(field)
            .orElseThrow(() -> invalid(field, "is missing; a day as YYYY-MM-DD is needed."));
    if (day.isAfter(latest) || day.getYear() < 1900) {
      throw invalid(field, "has to be a day from 1900-01-01 to %s.", latest);
    }
    return day;
  }

  private List<Recipient> recipients(Inputs sent, Film film) {
    Set<Role> held =
        films.holdersOfRoles(film.id()).values().stream()
            .flatMap(Set::stream)
            .collect(Collectors.toSet());
    List<Recipient> recipients =
        Stream.of(Recipient.values())
            .filter(to -> sent.any(to.field) != null && sent.yesOrNo(to.field))
            .toList();
    for (Recipient to : recipients) {
      if (!held.contains(to.role)) {
        throw invalid(to.field, "%s has no %s on its team today.", film.inWords(), to.role.title());
      }
    }
    if (recipients.isEmpty()) {
      throw invalid(
          Recipient.FINANCIER.field,
          "or another of %s has to be true; a report goes to somebody.",
          Stream.of(Recipient.values()).map(to -> to.field).collect(Collectors.joining(", ")));
    }
    return recipients;
  }

  /**
   * @return null if it corrects none
   */
  private String corrected(Inputs sent, Film film) {
    String key = sent.optionalText(CORRECTS, MAX_KEY).orElse(null);
    if (key != null && !reports.isReleased(film, key)) {
      throw invalid(CORRECTS, "%s has no released report \"%s\".", film.inWords(), key);
    }
    return key;
  }

  @Override
  public Map<String, Object> fields(Case request) {
    Map<String, Object> fields = new HashMap<>();
    for (Recipient to : Recipient.values()) {
      fields.put(to.field, Report.isTo(request.content(), to));
    }
    for (String field : List.of(START, END, TEXT, CORRECTS)) {
      fields.put(field, request.content().find(field).orElse(null));
    }
    return fields;
  }

  @Override
  public Map<String, String> brief(Case request) {
    List<String> changed = changed(request);
    return Map.of(
        "reportText",
        Report.whole(request).inMarkdown(),
        "changedText",
        changed.stream().map(one -> "- " + Markdown.row(one)).collect(Collectors.joining("\n")));
  }

  /** Whoever is told of the release reads what is theirs. */
  @Override
  public String told(Case request, Role role) {
    return Recipient.of(role).map(to -> Report.of(request, to).inMarkdown()).orElse("");
  }

  /**
   * @throws BusinessRuleException (conflict) if what it says of money and changes is not so any
   *     more, naming what has changed
   */
  @Override
  public void requireStillPossible(Case request) {
    List<String> changed = changed(request);
    if (!changed.isEmpty()) {
      throw conflict(
          "What %s says has changed since it was computed; return it, so that it is computed anew."
              + " %s",
          request.key(), String.join(" ", changed));
    }
  }

  /** A sentence each. */
  private List<String> changed(Case request) {
    Content filed = request.content();
    Content now =
        figures.of(
            request.film(), LocalDate.parse(filed.text(START)), LocalDate.parse(filed.text(END)));
    return Stream.of(Part.values())
        .filter(part -> part.held && !filed.find(part.field).equals(now.find(part.field)))
        .map(
            part ->
                "%s: it was %s, and is %s."
                    .formatted(part.title, other(part, filed, now), other(part, now, filed)))
        .toList();
  }

  /** What the one says of a part, as far as the other does not. */
  private static String other(Part part, Content one, Content than) {
    List<String> lines = new ArrayList<>(Report.lines(one, part));
    lines.removeAll(Report.lines(than, part));
    return lines.isEmpty()
        ? "without that"
        : lines.get(0) + (lines.size() == 1 ? "" : " and %d more".formatted(lines.size() - 1));
  }

  @Override
  public Map<String, String> apply(Case request) {
    return reports.release(request);
  }

  /** It is delivered: each recipient is told, and takes note of what is theirs. */
  @Override
  public Runnable following(Case open) {
    return () ->
        Stream.of(Recipient.values())
            .filter(to -> Report.isTo(open.content(), to))
            .forEach(
                to ->
                    notices.tell(
                        open.approval().processInstanceId(),
                        to.role,
                        DELIVERED.formatted(open.key())));
  }
}
