package film.finalsay.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import film.finalsay.FinalSayApplication;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.mock.env.MockEnvironment;

/** Outside the demo, the product starts only with doors that lock. */
class StartCheckTest {

  private final MockEnvironment office =
      new MockEnvironment()
          .withProperty("camunda.bpm.admin-user.id", "ada")
          .withProperty("camunda.bpm.admin-user.password", "keep the light on")
          .withProperty("final-say.origin", "https://approvals.example.com");

  @Test
  void anAdministratorWithALongPasswordIsEnough() {
    assertThat(StartCheck.faults(office)).isEmpty();
    assertThat(StartCheck.faults(office.withProperty("final-say.origin", ""))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "camunda.bpm.admin-user.id, FINALSAY_ADMIN_ID is missing",
    "camunda.bpm.admin-user.password, FINALSAY_ADMIN_PASSWORD is missing"
  })
  void withoutAnAdministratorNothingStarts(String property, String said) {
    office.setProperty(property, "");
    assertThat(StartCheck.faults(office)).singleElement().asString().startsWith(said);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "admin",
        "short",
        "elevenSigns",
        "aaaaaaaaaaaaaaaa",
        "abababababababab",
        "Canada1234567"
      })
  void anEasilyGuessedPasswordStartsNothing(String password) {
    office.setProperty("camunda.bpm.admin-user.password", password);
    assertThat(StartCheck.faults(office))
        .singleElement()
        .asString()
        .startsWith("FINALSAY_ADMIN_PASSWORD is too easily guessed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "approvals.example.com",
        "https://approvals.example.com/",
        "https://approvals.example.com:443",
        "http://approvals.example.com:80",
        "https://Approvals.example.com",
        "https://a@approvals.example.com",
        "ftp://approvals.example.com",
        "https://approvals example.com"
      })
  void anOriginThatBrowsersNeverSendStartsNothing(String origin) {
    office.setProperty("final-say.origin", origin);
    assertThat(StartCheck.faults(office)).singleElement().asString().startsWith("FINALSAY_ORIGIN");
  }

  @Test
  void singleSignOnNamesAllThatItMisses() {
    office.setActiveProfiles("oidc");
    office.setProperty("final-say.origin", "");
    assertThat(StartCheck.faults(office))
        .extracting(fault -> fault.split(" ")[0])
        .isEqualTo(
            List.of(
                "FINALSAY_OIDC_ISSUER",
                "FINALSAY_OIDC_CLIENT_ID",
                "FINALSAY_OIDC_CLIENT_SECRET",
                "FINALSAY_ORIGIN"));
  }

  @Test
  void theProductItselfRefusesToStart() {
    Throwable refused =
        catchThrowable(
            () ->
                new SpringApplicationBuilder(FinalSayApplication.class)
                    .profiles("postgres")
                    .web(WebApplicationType.NONE)
                    .properties(
                        Map.of(
                            "FINALSAY_ADMIN_ID", "admin",
                            "FINALSAY_ADMIN_PASSWORD", "admin",
                            "spring.main.log-startup-info", "false"))
                    .run());

    assertThat(refused)
        .isInstanceOf(UnsafeStartException.class)
        .hasMessageContaining("FINALSAY_ADMIN_PASSWORD is too easily guessed");
    assertThat(new UnsafeStartAnalyzer().analyze(refused).getDescription())
        .isEqualTo(refused.getMessage());
  }
}
