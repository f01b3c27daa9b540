package film.finalsay.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets in only so many requests at once that bring much, over whichever API. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 100)
class LargeBodies extends OncePerRequestFilter {

  private static final long MUCH = 1024 * 1024;

  private final Room room;

  LargeBodies(Room room) {
    this.room = room;
  }

  /** Whoever does not tell the length may send anything. */
  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return request.getContentLengthLong() <= MUCH
        && request.getHeader(HttpHeaders.TRANSFER_ENCODING) == null;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!room.enter(request, response)) {
      return;
    }
    try {
      chain.doFilter(request, response);
    } finally {
      room.leave(request);
    }
  }
}
