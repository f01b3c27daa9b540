package film.finalsay.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** What depends on how people reach the product, which in tests is always plain HTTP. */
class SecurityHeadersTest {

  @ParameterizedTest(name = "told {0}, reached by {1}: {2}")
  @CsvSource({
    "'', http, false",
    "'', https, true",
    "https://approvals.example.com, http, true",
    "http://approvals.example.com, http, false"
  })
  void browsersAreToldToComeEncryptedWhereThatIsPossible(String origin, String scheme, boolean told)
      throws IOException, ServletException {
    MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/films");
    request.setScheme(scheme);
    request.setSecure(scheme.equals("https"));
    MockHttpServletResponse response = new MockHttpServletResponse();

    new SecurityHeadersFilter(new OurOrigin(origin))
        .doFilter(request, response, new MockFilterChain());

    assertThat(response.containsHeader("Strict-Transport-Security")).isEqualTo(told);
  }

  @Test
  void anOriginThatWasToldIsTheOnlyOneWhateverHostARequestNames() {
    OurOrigin origin = new OurOrigin("https://approvals.example.com");
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.setServerName("evil.example");

    assertThat(origin.is("http://evil.example", request)).isFalse();
    assertThat(origin.is("https://approvals.example.com", request)).isTrue();
    assertThat(origin.is("https://approvals.example.com:443", request)).isTrue();
    assertThat(origin.is("http://approvals.example.com", request)).isFalse();
    assertThat(origin.is("https://approvals.example.com.evil.example", request)).isFalse();
  }
}
