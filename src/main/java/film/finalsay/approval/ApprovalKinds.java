package film.finalsay.approval;

import java.util.Set;

/** The kinds of approval there are. */
public interface ApprovalKinds {

  Set<ApprovalKind> all();

  /** Under which names the table of consents has terms for what some of them change. */
  Set<String> changing();

  /** The kind that a process asks for; {@link ApprovalKind#GENERAL} if none is declared for it. */
  ApprovalKind ofProcess(String processId);
}
