package film.finalsay.documentation;

import film.finalsay.approval.Role;
import film.finalsay.security.Route;
import film.finalsay.security.Routes;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The page of who may use which route, as the policy says it. */
final class RoutesPage {

  private final List<String> groups =
      Stream.concat(
              Arrays.stream(Role.values()).map(Role::id), Stream.of("modeller", "administrator"))
          .toList();

  String inWords() {
    List<String> columns =
        Stream.concat(
                Stream.of("Route", "Why", "nobody", "person"),
                groups.stream().map(group -> group.replace('-', ' ')))
            .toList();
    return """
        # Who may use which route

        Written from `src/main/resources/routes.csv`. What is not here is closed, to administrators too. A route of the
        engine's API, `/engine-rest/…`, is the same in its copies `/engine-rest/engine/default/…` and
        `/camunda/api/engine/engine/default/…`. *Nobody* has not logged in, a *person* has, and may have no role at all; `{me}`
        is one's own id alone. Which films one sees, and who may answer, is decided behind this door.

        %s"""
        .formatted(new MarkdownTable(columns, Routes.read().all().stream().map(this::row)));
  }

  private List<String> row(Route route) {
    Stream<String> said =
        Stream.of(
            "`%s %s`".formatted(String.join(" ", route.methods()), route.path()), route.why());
    Stream<Boolean> open =
        Stream.concat(
            Stream.of(route.needsNoLogin(), route.letsIn(List.of())),
            groups.stream().map(group -> route.letsIn(List.of(group))));
    return Stream.concat(said, open.map(yes -> yes ? "✓" : "")).toList();
  }
}
