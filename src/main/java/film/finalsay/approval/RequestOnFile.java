package film.finalsay.approval;

import java.util.Map;

/** What a process knows of its request, told from our own records. */
public interface RequestOnFile {

  ApprovalKind kind();

  /**
   * @return values by variable name; a value is null where the record has none
   */
  Map<String, Object> variables(Approval approval);

  /**
   * What is asked for, whole: if any of it changes, an answer given before does not count for it.
   *
   * @return texts by name; a value is null where there is none
   */
  Map<String, String> subject(Approval approval);
}
