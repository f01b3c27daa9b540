package film.finalsay.greenlight.conditions;

import film.finalsay.approval.Approval;
import film.finalsay.approval.Excerpt;
import film.finalsay.approval.HumanStep;
import film.finalsay.approval.Markdown;
import film.finalsay.approval.OnEveryForm;
import film.finalsay.approval.People;
import film.finalsay.approval.Role;
import film.finalsay.film.Document;
import film.finalsay.film.Documents;
import film.finalsay.film.Films;
import java.time.ZoneOffset;
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
public class ConditionsBriefing {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

  /** A text of a form has 4,000, with a line for what does not fit. */
  private static final int MOST_CHARACTERS = 3_800;

  private static final int MOST_OF_A_WORDING = 120;

  private final Conditions conditions;
  private final Documents documents;
  private final Films films;
  private final People people;

  ConditionsBriefing(Conditions conditions, Documents documents, Films films, People people) {
    this.conditions = conditions;
    this.documents = documents;
    this.films = films;
    this.people = people;
  }

  public Map<String, String> of(Approval approval) {
    return Map.of(
        "conditionsText", lines(conditions.current(approval)), "ownersText", owners(approval));
  }

  /** The task list tells the conditions of a request from each other. */
  public Map<String, String> card(Approval approval, String about) {
    if (!isCondition(about)) {
      return Map.of();
    }
    Condition condition = conditions.one(approval, about);
    return Map.of(
        OnEveryForm.SUBJECT,
        "Condition %d of \"%s\": %s"
            .formatted(condition.number(), approval.subject(), condition.wording()));
  }

  public Map<String, String> about(Approval approval, HumanStep step, String about) {
    if (!isCondition(about)) {
      return Map.of();
    }
    Condition condition = conditions.one(approval, about);
    return Map.of(
        "conditionText",
        "- Evidence asked for: %s\n- To be met by: %s\n- Last day: **%s**, to its end in UTC"
            .formatted(
                Markdown.row(condition.evidenceAsked()),
                owner(condition),
                DAY.format(condition.due())),
        "conditionEvidence",
        evidence(approval, condition),
        "conditionGuidance",
        guidance(condition.lastMove()));
  }

  /** The seats of a committee are told apart by who votes. */
  private static boolean isCondition(String about) {
    return about != null && about.matches("\\d+");
  }

  private String guidance(Move move) {
    if (move.movedAt() == null || move.movedBecause().isEmpty()) {
      return "";
    }
    String day = DAY.format(move.movedAt().atZone(ZoneOffset.UTC));
    return "%s: %s"
        .formatted(
            move.movedBy() == null
                ? day
                : Markdown.row(people.nameOf(move.movedBy())) + " on " + day,
            Markdown.plain(move.movedBecause()));
  }

  /** What does not fit is counted. */
  private String lines(List<Condition> all) {
    List<String> lines = new ArrayList<>();
    int length = 0;
    for (Condition condition : all) {
      String line = line(condition);
      length += line.length() + 1;
      if (length > MOST_CHARACTERS) {
        lines.add("- and %d more".formatted(all.size() - lines.size()));
        break;
      }
      lines.add(line);
    }
    return String.join("\n", lines);
  }

  private String line(Condition condition) {
    String wording = condition.wording();
    return "- **%d** %s — %s, %s, **%s**"
        .formatted(
            condition.number(),
            Markdown.row(
                wording.length() <= MOST_OF_A_WORDING
                    ? wording
                    : Excerpt.beginning(wording, MOST_OF_A_WORDING - 1) + "…"),
            owner(condition),
            DAY.format(condition.due()),
            condition.state().inWords());
  }

  private String owner(Condition condition) {
    return condition.ownerPerson() == null
        ? "the " + condition.owner().title()
        : Markdown.row(people.nameOf(condition.ownerPerson()));
  }

  private String evidence(Approval approval, Condition condition) {
    Evidence shown = condition.evidence();
    if (shown.reportedAt() == null) {
      return "";
    }
    List<String> lines = new ArrayList<>();
    lines.add(Markdown.row(shown.evidenceWords()));
    if (shown.evidenceReference() != null) {
      lines.add("Reference: " + Markdown.row(shown.evidenceReference()));
    }
    if (shown.evidenceSha256() != null) {
      lines.add("Document: " + document(approval.filmId(), shown.evidenceSha256()));
    }
    lines.add("Reported by " + Markdown.row(people.nameOf(shown.reportedBy())));
    return "- " + String.join("\n- ", lines);
  }

  private String document(String filmId, String sha256) {
    String name = documents.find(filmId, sha256).map(Document::fileName).orElse("document");
    return "<a href=\"/api/films/%s/documents/%s\" target=\"_blank\">%s</a>"
        .formatted(filmId, sha256, Markdown.label(name));
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
