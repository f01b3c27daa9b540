package film.finalsay.security;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what is missing instead of where in the program it was missed. */
class UnsafeStartAnalyzer extends AbstractFailureAnalyzer<UnsafeStartException> {

  @Override
  protected FailureAnalysis analyze(Throwable failure, UnsafeStartException unsafe) {
    return new FailureAnalysis(
        unsafe.getMessage(),
        "Set it in the environment and start again; docs/production.md and docs/single-sign-on.md say what"
            + " each of them is for.",
        unsafe);
  }
}
