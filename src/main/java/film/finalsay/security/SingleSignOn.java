package film.finalsay.security;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.engine.login.Arrival;
import film.finalsay.engine.login.SingleSignOnDoor;
import film.finalsay.web.Problems;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.time.Clock;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * People log in to the Tasklist at the company's own OpenID provider. All that is left of it here
 * is the Tasklist's own session: Spring keeps no login and no tokens, so a logout ends it all.
 */
@Configuration
@Profile("oidc")
@EnableConfigurationProperties(OidcSettings.class)
class SingleSignOn {

  private static final Logger LOG = LoggerFactory.getLogger(SingleSignOn.class);

  private final OidcSettings settings;
  private final OidcProvider provider;
  private final SingleSignOnDoor door;

  SingleSignOn(
      OidcSettings settings,
      SingleSignOnDoor door,
      Clock clock,
      @Value("${final-say.origin}") String origin) {
    this.settings = settings;
    this.provider = new OidcProvider(settings, origin, clock);
    this.door = door;
  }

  @Bean
  @Order(0)
  SecurityFilterChain singleSignOnChain(HttpSecurity http) throws Exception {
    DefaultOAuth2AuthorizationRequestResolver requests =
        new DefaultOAuth2AuthorizationRequestResolver(provider, "/oauth2/authorization");
    requests.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
    return http.securityMatcher("/oauth2/authorization/*", "/login/oauth2/code/*")
        .addFilterBefore(providerAnswers(), OAuth2AuthorizationRequestRedirectFilter.class)
        .oauth2Login(
            login ->
                login
                    .clientRegistrationRepository(provider)
                    .authorizedClientRepository(new NoTokens())
                    .loginPage(SingleSignOnFilter.LOGIN)
                    .authorizationEndpoint(
                        endpoint -> endpoint.authorizationRequestResolver(requests))
                    .tokenEndpoint(endpoint -> endpoint.accessTokenResponseClient(tokens()))
                    .userInfoEndpoint(endpoint -> endpoint.oidcUserService(people()))
                    .successHandler(this::arrived)
                    .failureHandler(SingleSignOn::failed))
        .authorizeHttpRequests(others -> others.anyRequest().denyAll())
        .securityContext(
            context ->
                context.securityContextRepository(new RequestAttributeSecurityContextRepository()))
        .csrf(AbstractHttpConfigurer::disable)
        .headers(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .sessionManagement(AbstractHttpConfigurer::disable)
        .build();
  }

  /** For the web applications, behind the filter that knows their session. */
  @Bean
  SingleSignOnFilter singleSignOnFilter(Problems problems) {
    return new SingleSignOnFilter(door, problems);
  }

  /** In the chain of the web applications only, and not in front of everything a second time. */
  @Bean
  FilterRegistrationBean<SingleSignOnFilter> notEverywhere(SingleSignOnFilter filter) {
    FilterRegistrationBean<SingleSignOnFilter> registration = new FilterRegistrationBean<>(filter);
    registration.setEnabled(false);
    return registration;
  }

  private Filter providerAnswers() {
    return new OncePerRequestFilter() {
      @Override
      protected void doFilterInternal(
          HttpServletRequest request, HttpServletResponse response, FilterChain chain)
          throws ServletException, IOException {
        if (provider.answers()) {
          chain.doFilter(request, response);
        } else {
          SingleSignOnPages.providerIsDown(request.getContextPath(), response);
        }
      }
    };
  }

  private void arrived(
      HttpServletRequest request, HttpServletResponse response, Authentication login)
      throws IOException {
    String wanted = SingleSignOnFilter.wanted(request);
    try {
      door.enter(arrival((OidcUser) login.getPrincipal()), request);
      response.sendRedirect(request.getContextPath() + wanted);
    } catch (BusinessRuleException refusal) {
      LOG.info("Single sign-on refused: {}", refusal.getMessage());
      SingleSignOnPages.write(
          HttpStatus.FORBIDDEN,
          "You cannot log in here",
          refusal.getMessage(),
          request.getContextPath(),
          response);
    }
  }

  private Arrival arrival(OidcUser user) {
    String login = user.getClaimAsString(settings.personClaim());
    if (login == null) {
      throw BusinessRuleException.forbidden(
          "The provider does not say your login (claim %s).".formatted(settings.personClaim()));
    }
    return new Arrival(
        Normalizer.normalize(login, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT),
        subject(user),
        user.getGivenName() == null && user.getFamilyName() == null
            ? user.getFullName()
            : user.getGivenName(),
        user.getFamilyName(),
        user.getEmail(),
        settings.oursFor(groups(user)),
        settings.groups().keySet());
  }

  private List<String> groups(OidcUser user) {
    Object groups = user.getClaim(settings.groupsClaim());
    if (groups instanceof Collection<?> several) {
      return several.stream().map(String::valueOf).toList();
    }
    return groups == null ? List.of() : List.of(String.valueOf(groups));
  }

  /** Short enough for the engine's table, however long the provider's names are. */
  private static String subject(OidcUser user) {
    try {
      String name = user.getIssuer() + "\n" + user.getSubject();
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }

  private static void failed(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
      throws IOException {
    LOG.info("Single sign-on failed: {}", failure.getMessage());
    if (isSilence(failure)) {
      SingleSignOnPages.providerIsDown(request.getContextPath(), response);
      return;
    }
    String code =
        failure instanceof OAuth2AuthenticationException oauth
            ? oauth.getError().getErrorCode()
            : "unknown";
    SingleSignOnPages.write(
        HttpStatus.UNAUTHORIZED,
        "You are not logged in",
        "The login did not come to its end (%s).".formatted(code),
        request.getContextPath(),
        response);
  }

  private static boolean isSilence(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ResourceAccessException || cause instanceof IOException) {
        return true;
      }
    }
    return false;
  }

  private RestClientAuthorizationCodeTokenResponseClient tokens() {
    RestClientAuthorizationCodeTokenResponseClient tokens =
        new RestClientAuthorizationCodeTokenResponseClient();
    tokens.setRestClient(
        RestClient.builder()
            .requestFactory(patient())
            .messageConverters(
                converters -> {
                  converters.clear();
                  converters.add(new FormHttpMessageConverter());
                  converters.add(new OAuth2AccessTokenResponseHttpMessageConverter());
                })
            .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
            .build());
    return tokens;
  }

  private OidcUserService people() {
    RestTemplate http = new RestTemplate(patient());
    http.setErrorHandler(new OAuth2ErrorResponseErrorHandler());
    DefaultOAuth2UserService claims = new DefaultOAuth2UserService();
    claims.setRestOperations(http);
    OidcUserService people = new OidcUserService();
    people.setOauth2UserService(claims);
    return people;
  }

  private SimpleClientHttpRequestFactory patient() {
    SimpleClientHttpRequestFactory requests = new SimpleClientHttpRequestFactory();
    requests.setConnectTimeout(settings.patience());
    requests.setReadTimeout(settings.patience());
    return requests;
  }
}
