package film.finalsay.documentation;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The packages of the product and what each builds on, drawn from the code. */
final class House {

  private static final String ROOT = "film.finalsay.";
  private static final Pattern PURPOSE = Pattern.compile("(?s)/\\*\\*(.+?)\\*/\\s*package");

  private final Map<String, Set<String>> uses = new TreeMap<>();

  House() {
    new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("film.finalsay")
            .stream()
            .filter(type -> type.getPackageName().startsWith(ROOT))
            .forEach(this::add);
  }

  private void add(JavaClass type) {
    String room = room(type);
    Set<String> used = uses.computeIfAbsent(room, first -> new TreeSet<>());
    type.getDirectDependenciesFromSelf().stream()
        .map(dependency -> dependency.getTargetClass())
        .filter(target -> target.getPackageName().startsWith(ROOT))
        .map(House::room)
        .filter(other -> !other.equals(room))
        .forEach(used::add);
  }

  private static String room(JavaClass type) {
    return type.getPackageName().substring(ROOT.length()).split("\\.")[0];
  }

  /** An arrow is left out where others lead the same way. */
  String inWords() {
    String arrows =
        uses.entrySet().stream()
            .flatMap(
                room ->
                    room.getValue().stream()
                        .filter(used -> !isReachedOtherwise(room.getValue(), used))
                        .map(used -> "  %s --> %s%n".formatted(room.getKey(), used)))
            .collect(Collectors.joining());
    String rooms =
        uses.keySet().stream()
            .map(room -> "| `%s` | %s |\n".formatted(room, purpose(room)))
            .collect(Collectors.joining());
    return "```mermaid\nflowchart TD\n%s```\n\n| Package | |\n| --- | --- |\n%s"
        .formatted(arrows, rooms);
  }

  private boolean isReachedOtherwise(Set<String> beside, String room) {
    return beside.stream().anyMatch(other -> !other.equals(room) && reaches(other, room));
  }

  private boolean reaches(String from, String to) {
    return uses.get(from).contains(to)
        || uses.get(from).stream().anyMatch(next -> reaches(next, to));
  }

  private static String purpose(String room) {
    Path said = Path.of("src/main/java/film/finalsay", room, "package-info.java");
    try {
      Matcher comment = PURPOSE.matcher(Files.readString(said));
      if (!comment.find()) {
        throw new IllegalStateException(said + " does not say what the package is for");
      }
      return comment.group(1).replaceAll("\\s*\\*?\\s+", " ").strip();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
