package film.finalsay.benchmark;

import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.rest.security.auth.ProcessEngineAuthenticationFilter;
import org.springframework.boot.actuate.autoconfigure.security.servlet.ManagementWebSecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.security.oauth2.client.servlet.OAuth2ClientAutoConfiguration;
import org.springframework.boot.autoconfigure.security.oauth2.client.servlet.OAuth2ClientWebSecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.security.oauth2.server.servlet.OAuth2AuthorizationServerAutoConfiguration;
import org.springframework.boot.autoconfigure.security.oauth2.server.servlet.OAuth2AuthorizationServerJwtAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;

/**
 * Camunda with its REST API as its starters make it, its own Basic login in front of it. The two
 * service tasks of its process do nothing, but that the first hands the decision table its inputs.
 */
@EnableAutoConfiguration(
    exclude = {
      ManagementWebSecurityAutoConfiguration.class,
      SecurityAutoConfiguration.class,
      SecurityFilterAutoConfiguration.class,
      UserDetailsServiceAutoConfiguration.class,
      OAuth2ClientAutoConfiguration.class,
      OAuth2ClientWebSecurityAutoConfiguration.class,
      OAuth2AuthorizationServerAutoConfiguration.class,
      OAuth2AuthorizationServerJwtAutoConfiguration.class
    })
class StockApplication {

  @Bean
  JavaDelegate file() {
    return execution ->
        execution.setVariables(
            Map.of(
                "sameSection", true,
                "aboveTheLine", false,
                "share", "0.01",
                "cumulative", "1.00",
                "contingencyDrawn", "0",
                "shot", "0"));
  }

  @Bean
  JavaDelegate apply() {
    return execution -> {};
  }

  @Bean
  FilterRegistrationBean<ProcessEngineAuthenticationFilter> login(ProcessEngine engine) {
    FilterRegistrationBean<ProcessEngineAuthenticationFilter> login =
        new FilterRegistrationBean<>(new ProcessEngineAuthenticationFilter());
    login.addInitParameter(
        "authentication-provider",
        "org.camunda.bpm.engine.rest.security.auth.impl.HttpBasicAuthenticationProvider");
    login.addUrlPatterns("/engine-rest/*");
    return login;
  }
}
