package film.finalsay.effect;

import film.finalsay.approval.Role;
import java.util.Set;

/** Tells people what they have to know of a request that is on file; each takes note. */
public interface Notices {

  /**
   * Tells whoever holds a role on the film's team, in the transaction that runs.
   *
   * @param processInstanceId of the process that carries the request
   * @param text a sentence, at most 500 characters
   * @return who is told; empty if nobody holds the role
   */
  Set<String> tell(String processInstanceId, Role role, String text);
}
