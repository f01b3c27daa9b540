package film.finalsay.register;

import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.ApprovalKinds;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The kinds of request that are declared. */
@Component
class RequestKinds implements ApprovalKinds {

  private final ObjectProvider<RequestKind> declared;
  private Map<ApprovalKind, RequestKind> byKind;

  /** Asked when needed: what a kind does needs the register itself. */
  RequestKinds(ObjectProvider<RequestKind> declared) {
    this.declared = declared;
  }

  RequestKind of(ApprovalKind kind) {
    return byKind().get(kind);
  }

  /** The kind that this table decides; empty if it is another kind of table. */
  Optional<RequestKind> ruledBy(String table) {
    return byKind().values().stream()
        .filter(kind -> kind.declared().ruledBy() != null)
        .filter(kind -> kind.declared().ruledBy().id().equals(table))
        .findFirst();
  }

  @Override
  public Set<String> changing() {
    return byKind().values().stream()
        .flatMap(kind -> kind.declared().changing().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Override
  public Set<ApprovalKind> all() {
    return new TreeSet<>(byKind().keySet());
  }

  @Override
  public ApprovalKind ofProcess(String processId) {
    return byKind().keySet().stream()
        .filter(kind -> kind.processId().equals(processId))
        .findFirst()
        .orElse(ApprovalKind.GENERAL);
  }

  private synchronized Map<ApprovalKind, RequestKind> byKind() {
    if (byKind == null) {
      byKind = declared.stream().collect(Collectors.toMap(RequestKind::kind, Function.identity()));
    }
    return byKind;
  }
}
