package film.finalsay.web;

import static film.finalsay.approval.BusinessRuleException.invalid;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Content of any type at all is content of none; Spring would take it for a fault of its own. */
@Component
class OneTypeFilter extends OncePerRequestFilter {

  private final Problems problems;

  OneTypeFilter(Problems problems) {
    this.problems = problems;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return request.getContentType() == null || !request.getContentType().contains("*");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    problems.write(
        invalid("Content-Type", "has to name one type, as in application/json."), response);
  }
}
