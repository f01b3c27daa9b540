package film.finalsay.security;

import java.util.List;

/** The product is not set up to be served to anybody. */
final class UnsafeStartException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnsafeStartException(List<String> faults) {
    super(String.join("\n", faults));
  }
}
