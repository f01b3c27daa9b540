package film.finalsay.register;

import film.finalsay.approval.Approval;
import film.finalsay.approval.Decision;
import film.finalsay.approval.Endorsement;
import film.finalsay.approval.Fingerprint;
import film.finalsay.approval.Role;
import film.finalsay.authority.Ruled;
import film.finalsay.authority.Ruling;
import film.finalsay.film.Film;
import film.finalsay.register.Declaration.Trait;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A request with all that is on file about it, loaded once for each command and handed on.
 *
 * @param decisions the answers so far, in the order in which they were given
 * @param ruled what the kind's authority table said of it; null for a kind that has none
 */
public record Case(
    RequestKind kind,
    Approval approval,
    Film film,
    Content content,
    List<Decision> decisions,
    Ruled ruled) {

  public String key() {
    return approval.key();
  }

  /** Whom the kind's authority table named; empty for a kind that has none. */
  public Optional<Ruling> ruling() {
    return Optional.ofNullable(ruled).map(Ruled::ruling);
  }

  /**
   * From below a producer, and not for a producer to decide; who resubmitted it last prepared it.
   */
  public boolean needsEndorsement() {
    return Endorsement.isNeeded(approval, decisions)
        && ruling().filter(ruling -> ruling.decidedBy() == Role.PRODUCER).isEmpty();
  }

  public Map<String, String> withFilm(Map<String, String> fields) {
    Map<String, String> all = new HashMap<>(fields);
    all.put("film", film.id());
    return all;
  }

  /** What its process goes by, by variable name; a value is null where there is none. */
  Map<String, Object> variables() {
    Map<String, Object> variables = new HashMap<>(kind.variables(this));
    variables.put("film", film.id());
    variables.put("subject", approval.subject());
    variables.put("requester", approval.requester());
    variables.put("requesterRole", approval.requesterRole().id());
    ruling().ifPresent(ruling -> variables.put("decidedBy", ruling.decidedBy().id()));
    if (kind.is(Trait.ENDORSED)) {
      variables.put("endorsementRequired", needsEndorsement());
    }
    return variables;
  }

  /** The same in another state. */
  Case with(Approval after) {
    return new Case(kind, after, film, content, decisions, ruled);
  }

  /** The same with what its authority table says. */
  Case ruled(Ruled said) {
    return new Case(kind, approval, film, content, decisions, said);
  }

  /** Changes with any detail of what is asked for. */
  String fingerprint() {
    return Fingerprint.of(kind.subject(this));
  }

  /** Changes with any detail of what has to stay as it was signed. */
  String seal() {
    return Fingerprint.of(kind.signed(this));
  }

  /** What is asked for, by name, as far as it is there. */
  Map<String, String> facts() {
    return kind.subject(this).entrySet().stream()
        .filter(fact -> Objects.nonNull(fact.getValue()))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
