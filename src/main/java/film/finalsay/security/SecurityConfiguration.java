package film.finalsay.security;

import film.finalsay.engine.EngineAuthenticationProvider;
import film.finalsay.engine.EngineDoors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Both REST APIs ask for HTTP Basic at every request and keep no session. The Tasklist and the
 * other web applications log people in themselves; their session is theirs, so Spring's management
 * of sessions stays off: it would change the session's id under their parallel requests.
 */
@Configuration
class SecurityConfiguration {

  private final EngineAuthenticationProvider people;

  SecurityConfiguration(EngineAuthenticationProvider people) {
    this.people = people;
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
  SecurityFilterChain webapps(HttpSecurity http, EngineDoors doors) throws Exception {
    return http.securityMatcher(under("/camunda/**"))
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .addFilterBefore(doors.webappLogin(), AnonymousAuthenticationFilter.class)
        .csrf(AbstractHttpConfigurer::disable)
        .headers(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .sessionManagement(AbstractHttpConfigurer::disable)
        .build();
  }

  @Bean
  @Order(4)
  SecurityFilterChain pages(HttpSecurity http) throws Exception {
    return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .csrf(AbstractHttpConfigurer::disable)
        .headers(AbstractHttpConfigurer::disable)
        .sessionManagement(AbstractHttpConfigurer::disable)
        .build();
  }

  /**
   * By the whole path: a plain pattern would look at Spring's own servlet only, not at the
   * engine's.
   */
  private static RequestMatcher under(String pattern) {
    return PathPatternRequestMatcher.withDefaults().matcher(pattern);
  }

  private HttpSecurity basic(HttpSecurity http) throws Exception {
    return http.authenticationProvider(people)
        .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
        .httpBasic(Customizer.withDefaults())
        .csrf(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .sessionManagement(AbstractHttpConfigurer::disable);
  }
}
