package film.finalsay.stakeholders;

import film.finalsay.approval.Decision;
import film.finalsay.approval.Markdown;
import film.finalsay.approval.Outcome;
import film.finalsay.register.Case;
import film.finalsay.register.Content;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A report as one reads it: what was filed and signed, laid out.
 *
 * @param about which film, and which days
 * @param asOf when it was computed
 * @param corrects the number of the report in whose place it is; null if in none's
 * @param figures each with its name, in order
 * @param sections each with its lines, in order
 */
record Report(
    String title,
    String about,
    String asOf,
    String corrects,
    List<Map.Entry<String, String>> figures,
    List<Map.Entry<String, List<String>>> sections) {

  private static final Set<Part> LISTS =
      EnumSet.of(Part.VARIANCES, Part.MONEY_CHANGES, Part.OTHER_CHANGES, Part.CONDITIONS);
  private static final String NONE = "none";

  /** All of it, for those who draft and release it. */
  static Report whole(Case request) {
    return of(request, List.of(Recipient.values()), true);
  }

  /** What is one recipient's. */
  static Report of(Case request, Recipient recipient) {
    return of(request, List.of(recipient), recipient.seesCosts());
  }

  private static Report of(Case request, List<Recipient> recipients, boolean costs) {
    Content content = request.content();
    List<Map.Entry<String, String>> figures = new ArrayList<>();
    List<Map.Entry<String, List<String>>> sections = new ArrayList<>();
    sections.add(Map.entry("From the producer", List.of(content.text("text"))));
    List<String> notes = notes(request);
    if (!notes.isEmpty()) {
      sections.add(Map.entry("From the executive producer", notes));
    }
    for (Part part : Part.values()) {
      if (part.cost && !costs) {
        continue;
      }
      if (LISTS.contains(part)) {
        sections.add(Map.entry(part.title, lines(content, part)));
      } else {
        figures.add(Map.entry(part.title, content.find(part.field).orElse(NONE)));
      }
    }
    for (Recipient recipient : recipients) {
      if (isTo(content, recipient)) {
        sections.add(
            Map.entry("Waiting for the " + recipient.role.title(), lines(content, recipient.owed)));
      }
    }
    return new Report(
        "Stakeholder report " + request.key(),
        "%s, %s to %s"
            .formatted(
                request.film().inWords(), content.text("periodStart"), content.text("periodEnd")),
        content.text("asOf"),
        content.find("corrects").orElse(null),
        figures,
        sections);
  }

  static boolean isTo(Content content, Recipient recipient) {
    return content.find(recipient.field).filter("true"::equals).isPresent();
  }

  /** What a content says of a part, as lines: of a figure, one. */
  static List<String> lines(Content content, Part part) {
    return lines(content, part.field);
  }

  private static List<String> lines(Content content, String field) {
    return content.values().get(field) instanceof List<?> lines
        ? lines.stream().map(Object::toString).toList()
        : List.of(content.find(field).orElse(NONE));
  }

  /** What was said with the release. */
  private static List<String> notes(Case request) {
    return request.decisions().stream()
        .filter(decision -> decision.outcome() == Outcome.APPROVE)
        .map(Decision::comment)
        .filter(Objects::nonNull)
        .filter(comment -> !comment.isBlank())
        .reduce((earlier, last) -> last)
        .stream()
        .toList();
  }

  /** For a form. */
  String inMarkdown() {
    Stream<String> head =
        Stream.of(
            "**%s**, computed at %s%s"
                .formatted(
                    Markdown.row(about), asOf, corrects == null ? "" : "; it corrects " + corrects),
            figures.stream()
                .map(
                    figure ->
                        "- **%s**: %s".formatted(figure.getKey(), Markdown.row(figure.getValue())))
                .collect(Collectors.joining("\n")));
    Stream<String> rest =
        sections.stream()
            .map(
                section ->
                    "#### %s\n\n%s"
                        .formatted(
                            section.getKey(),
                            section.getValue().stream()
                                .map(line -> "- " + Markdown.row(line))
                                .collect(Collectors.joining("\n"))));
    return Stream.concat(head, rest).collect(Collectors.joining("\n\n"));
  }
}
