package film.finalsay.security;

import static film.finalsay.approval.BusinessRuleException.forbidden;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Fingerprint;
import film.finalsay.engine.login.Arrival;
import film.finalsay.engine.login.SingleSignOnDoor;
import film.finalsay.web.Problems;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
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

  /** In the chain of the web applications only, behind the filter that knows their session. */
  @Bean
  @FilterRegistration(enabled = false)
  SingleSignOnFilter singleSignOnFilter(Problems problems) {
    return new SingleSignOnFilter(door, problems);
  }

  private Filter providerAnswers() {
    return (request, response, chain) -> {
      if (provider.answers()) {
        chain.doFilter(request, response);
      } else {
        SingleSignOnPages.providerIsDown(
            request.getServletContext().getContextPath(), (HttpServletResponse) response);
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
      throw forbidden("The provider does not say your login (claim %s).", settings.personClaim());
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
    String name = user.getIssuer() + "\n" + user.getSubject();
    return Fingerprint.of(name.getBytes(StandardCharsets.UTF_8));
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
    tokens.setRestClient(RestClient.create(patient()));
    return tokens;
  }

  private OidcUserService people() {
    DefaultOAuth2UserService claims = new DefaultOAuth2UserService();
    claims.setRestOperations(patient());
    OidcUserService people = new OidcUserService();
    people.setOauth2UserService(claims);
    return people;
  }

  private RestTemplate patient() {
    SimpleClientHttpRequestFactory requests = new SimpleClientHttpRequestFactory();
    requests.setConnectTimeout(settings.patience());
    requests.setReadTimeout(settings.patience());
    RestTemplate http = new RestTemplate(requests);
    http.setErrorHandler(new OAuth2ErrorResponseErrorHandler());
    http.getMessageConverters().add(0, new OAuth2AccessTokenResponseHttpMessageConverter());
    return http;
  }
}
