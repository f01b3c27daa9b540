package film.finalsay.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a request finds its line in the written policy. */
class RoutesTest {

  private final Routes routes = Routes.read();

  @ParameterizedTest
  @CsvSource({
    "GET,    /engine-rest/task",
    "GET,    /engine-rest/task/",
    "HEAD,   /engine-rest/task",
    "POST,   /engine-rest/task/t1/complete",
    "POST,   /engine-rest/task/t1/complete/",
    "GET,    /engine-rest/deployment/registered",
    "GET,    /camunda/app/tasklist/default/",
    "GET,    /"
  })
  void whatIsWrittenIsFoundHoweverItIsSpelt(String method, String path) {
    assertThat(routes.of(method, path)).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "DELETE,  /engine-rest/task",
    "OPTIONS, /engine-rest/task",
    "TRACE,   /engine-rest/task",
    "get,     /engine-rest/task",
    "GET,     /engine-rest/Task",
    "GET,     /engine-rest//task",
    "GET,     /engine-rest/task//",
    "GET,     /engine-rest/tasks",
    "GET,     /engine-rest/task/t1/variables/a/b/data",
    "GET,     /engine-rest/task/../task",
    "GET,     ''",
    "GET,     /engine-rest",
    "POST,    /engine-rest/task/t1/resolve",
    "POST,    /engine-rest/task/create"
  })
  void whatIsNotWrittenIsClosed(String method, String path) {
    assertThat(routes.of(method, path)).isEmpty();
  }

  @Test
  void theLineThatIsMoreExactCounts() {
    assertThat(routes.of("GET", "/engine-rest/history/process-instance/report"))
        .extracting(found -> found.route().path())
        .containsExactly("/engine-rest/history/process-instance/report");
  }

  @Test
  void whatIsOnesOwnNamesWhoseItIs() {
    assertThat(routes.of("PUT", "/engine-rest/user/exec1/credentials"))
        .extracting(Routes.Found::login)
        .containsExactlyInAnyOrder("exec1", null);
    assertThat(routes.of("PUT", "/engine-rest/user/exec1/credentials"))
        .filteredOn(found -> found.login() == null)
        .allMatch(found -> !found.route().letsIn(List.of("executive-producer")));
  }

  @Test
  void everyLineSaysForWhomAndWhy() {
    assertThat(routes.all())
        .hasSizeGreaterThan(200)
        .allSatisfy(
            route -> {
              assertThat(route.methods())
                  .isSubsetOf("GET", "POST", "PUT", "DELETE", "OPTIONS")
                  .isNotEmpty();
              assertThat(route.who()).isNotEmpty();
              assertThat(route.why()).isNotBlank();
            });
  }

  @Test
  void noLineIsWrittenTwice() {
    assertThat(
            routes.all().stream()
                .flatMap(route -> route.methods().stream().map(way -> way + route.path())))
        .doesNotHaveDuplicates();
  }

  @Test
  void nobodyChangesAnythingWithoutALogin() {
    assertThat(routes.all())
        .filteredOn(Route::needsNoLogin)
        .filteredOn(route -> !route.methods().equals(List.of("GET")))
        .extracting(Route::path)
        .containsExactlyInAnyOrder(
            "/camunda/api/admin/auth/user/default/login/{app}",
            "/camunda/api/admin/auth/user/default/logout");
  }

  @Test
  void aWordThatIsNobodyIsNoAudience() {
    assertThatThrownBy(() -> Route.Audience.of("producers"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("producers");
  }
}
