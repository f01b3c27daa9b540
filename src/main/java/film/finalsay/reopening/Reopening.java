package film.finalsay.reopening;

import film.finalsay.approval.Role;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What is asked to be opened again.
 *
 * @param reopens the key of the approval
 * @param consents the parties to a greenlight that recites it, or is it; empty if there is none
 */
public record Reopening(String reopens, String reason, List<Role> consents) {

  /** As the process asks them: {@code financier,completion-guarantor}. */
  public String consentsById() {
    return consents.stream().map(Role::id).collect(Collectors.joining(","));
  }
}
