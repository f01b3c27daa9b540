package film.finalsay.greenlight.conditions;

import film.finalsay.approval.Approval;
import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.Briefing;
import film.finalsay.approval.HumanStep;
import film.finalsay.approval.Markdown;
import film.finalsay.approval.People;
import film.finalsay.approval.Role;
import film.finalsay.film.Films;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The conditions that were set, the one that a task is about, and who could own one. */
@Component
class ConditionsBriefing implements Briefing {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

  private final Conditions conditions;
  private final Films films;
  private final People people;

  ConditionsBriefing(Conditions conditions, Films films, People people) {
    this.conditions = conditions;
    this.films = films;
    this.people = people;
  }

  @Override
  public ApprovalKind kind() {
    return ApprovalKind.GREENLIGHT;
  }

  @Override
  public Map<String, String> of(Approval approval) {
    return Map.of(
        "conditionsText",
        conditions.current(approval).stream().map(this::line).collect(Collectors.joining("\n")),
        "ownersText",
        owners(approval));
  }

  @Override
  public Map<String, String> about(Approval approval, HumanStep step, String about) {
    if (!about.matches("\\d+")) {
      return Map.of();
    }
    Condition condition = conditions.one(approval, about);
    return Map.of(
        "conditionText",
        "**Condition %d:** %s\n\n- Evidence asked for: %s\n- Owner: %s\n- Due: **%s**"
            .formatted(
                condition.number(),
                Markdown.plain(condition.wording()),
                Markdown.plain(condition.evidenceAsked()),
                owner(condition),
                DAY.format(condition.due())),
        "conditionEvidence",
        evidence(condition),
        "conditionGuidance",
        condition.lastMove() == null ? "" : Markdown.plain(condition.lastMove().because()));
  }

  private String line(Condition condition) {
    return "- %d. %s — %s, %s, **%s**"
        .formatted(
            condition.number(),
            Markdown.plain(condition.wording()),
            owner(condition),
            DAY.format(condition.due()),
            condition.state().name().toLowerCase(Locale.ROOT));
  }

  private String owner(Condition condition) {
    return condition.ownerPerson() == null
        ? "the " + condition.owner().title()
        : people.nameOf(condition.ownerPerson());
  }

  private String evidence(Condition condition) {
    Evidence shown = condition.evidence();
    if (shown == null) {
      return "";
    }
    List<String> lines = new ArrayList<>();
    lines.add(Markdown.plain(shown.words()));
    if (shown.reference() != null) {
      lines.add("Reference: " + Markdown.plain(shown.reference()));
    }
    if (shown.sha256() != null) {
      lines.add("Document: " + shown.sha256());
    }
    lines.add("Reported by " + people.nameOf(shown.person()));
    return "- " + String.join("\n- ", lines);
  }

  /**
   * For the form's list, an owner on each line, {@code id|as it is shown}: the roles that prepare,
   * and everybody on the team who does not confirm.
   */
  private String owners(Approval approval) {
    Map<String, Set<Role>> team = new TreeMap<>(films.holdersOfRoles(approval.filmId()));
    Stream<String> roles =
        Owner.ROLES.stream()
            .filter(role -> team.values().stream().anyMatch(held -> held.contains(role)))
            .map(role -> "%s|The %s".formatted(role.id(), role.title()));
    Stream<String> people =
        team.entrySet().stream()
            .filter(member -> !member.getValue().contains(Role.EXECUTIVE_PRODUCER))
            .map(member -> owner(member.getKey(), member.getValue()));
    return Stream.concat(roles, people).collect(Collectors.joining("\n"));
  }

  private String owner(String person, Set<Role> roles) {
    String shown =
        "%s, %s"
            .formatted(
                people.nameOf(person),
                roles.stream().map(Role::title).sorted().collect(Collectors.joining(", ")));
    return person + "|" + shown.replaceAll("[|\n]", " ");
  }
}
