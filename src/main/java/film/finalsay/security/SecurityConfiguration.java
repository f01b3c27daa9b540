package film.finalsay.security;

import static film.finalsay.approval.BusinessRuleException.invalid;

import film.finalsay.engine.login.EngineAuthenticationProvider;
import film.finalsay.engine.login.EngineDoors;
import film.finalsay.web.Problems;
import jakarta.servlet.DispatcherType;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Every door stands under the one written policy, see {@link RoutePolicy}.
 *
 * <p>Both REST APIs ask for HTTP Basic at every request and keep no session. The Tasklist and the
 * other web applications log people in themselves; their session is theirs, so Spring's management
 * of sessions stays off: it would change the session's id under their parallel requests.
 */
@Configuration
class SecurityConfiguration {

  /** Where the engine would let the first visitor make themselves administrator. */
  private static final RequestMatcher[] SETUP = {
    under("/camunda/app/admin/*/setup/**"), under("/camunda/api/admin/setup/**")
  };

  private final EngineAuthenticationProvider people;
  private final RoutePolicy policy;
  private final ClosedRoutes closed;

  SecurityConfiguration(
      EngineAuthenticationProvider people, RoutePolicy policy, ClosedRoutes closed) {
    this.people = people;
    this.policy = policy;
    this.closed = closed;
  }

  @Bean
  @Order(1)
  SecurityFilterChain engineRest(HttpSecurity http, EngineDoors doors) throws Exception {
    return basic(http.securityMatcher(under("/engine-rest/**")))
        .addFilterAfter(doors.engineLogin(), AuthorizationFilter.class)
        .build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain api(HttpSecurity http, EngineDoors doors) throws Exception {
    return basic(http.securityMatcher(under("/api/**")))
        .addFilterBefore(doors.tasklistSession(), BasicAuthenticationFilter.class)
        .build();
  }

  @Bean
  @Order(3)
  SecurityFilterChain webapps(
      HttpSecurity http, EngineDoors doors, Optional<SingleSignOnFilter> singleSignOn)
      throws Exception {
    singleSignOn.ifPresent(
        filter -> http.addFilterAfter(filter, AnonymousAuthenticationFilter.class));
    return guarded(http.securityMatcher(under("/camunda/**")), closed.silent())
        .addFilterBefore(doors.webappLogin(), AnonymousAuthenticationFilter.class)
        .build();
  }

  @Bean
  @Order(4)
  SecurityFilterChain pages(HttpSecurity http) throws Exception {
    return guarded(http, closed.closed()).build();
  }

  /** A path with anything ambiguous in it goes nowhere, and is told so like everything else. */
  @Bean
  RequestRejectedHandler ambiguousPaths(Problems problems) {
    return (request, response, rejected) ->
        problems.write(invalid("path", "has characters that are not allowed in a path."), response);
  }

  /**
   * By the whole path: a plain pattern would look at Spring's own servlet only, not at the
   * engine's.
   */
  private static RequestMatcher under(String pattern) {
    return PathPatternRequestMatcher.withDefaults().matcher(pattern);
  }

  private HttpSecurity basic(HttpSecurity http) throws Exception {
    return guarded(http, closed.askingForBasic())
        // this manager alone: a wrong password is not tried a second time by Spring's general one
        .authenticationManager(new ProviderManager(people))
        .httpBasic(basic -> basic.authenticationEntryPoint(closed.askingForBasic()));
  }

  /**
   * All chains stand under the one policy. A forward and an error page belong to a request that it
   * has seen already.
   */
  private HttpSecurity guarded(HttpSecurity http, AuthenticationEntryPoint toWhoHasNotLoggedIn)
      throws Exception {
    return http.csrf(AbstractHttpConfigurer::disable)
        .headers(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .sessionManagement(AbstractHttpConfigurer::disable)
        .authorizeHttpRequests(
            requests ->
                requests
                    .dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR)
                    .permitAll()
                    .requestMatchers(SETUP)
                    .denyAll()
                    .anyRequest()
                    .access(policy))
        .exceptionHandling(
            refusals ->
                refusals.accessDeniedHandler(closed).authenticationEntryPoint(toWhoHasNotLoggedIn));
  }
}
