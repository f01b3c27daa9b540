package film.finalsay.security;

import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * The web applications' own configuration and one thing more: instead of their login form, which
 * opens nothing with single sign-on, they show that nobody is logged in.
 */
@Hidden
@RestController
@Profile("oidc")
class ConfigScript {

  private static final Set<String> APPLICATIONS = Set.of("tasklist", "cockpit", "admin", "welcome");
  private static final String LOGGED_OUT =
      """

      const leaveLoginForm = () => {
        if (location.hash.startsWith('#/login')) {
          const root = document.querySelector('base').getAttribute('app-root');
          location.replace(root.replace(/\\/camunda$/, '') + '/logged-out.html');
        }
      };
      addEventListener('hashchange', leaveLoginForm);
      leaveLoginForm();
      """;

  @GetMapping("/camunda/app/{application}/scripts/config.js")
  ResponseEntity<String> config(@PathVariable String application) throws IOException {
    if (!APPLICATIONS.contains(application)) {
      return ResponseEntity.notFound().build();
    }
    String shipped =
        new ClassPathResource(
                "META-INF/resources/webjars/camunda/app/%s/scripts/config.js"
                    .formatted(application))
            .getContentAsString(StandardCharsets.UTF_8);
    return ResponseEntity.ok()
        .contentType(MediaType.valueOf("text/javascript;charset=UTF-8"))
        .cacheControl(CacheControl.noCache())
        .body(shipped + LOGGED_OUT);
  }
}
