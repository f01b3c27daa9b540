package film.finalsay.approval;

import java.util.Set;

/** The texts that every form shows, whatever it asks about, by the names under which it does. */
public final class OnEveryForm {

  public static final String NUMBER = "approvalNumber";
  public static final String REQUESTED_BY = "requestedBy";
  public static final String FILM = "filmText";
  public static final String AS_OF = "asOfText";
  public static final String FROZEN_VISION = "frozenVisionText";
  public static final String HISTORY = "historyText";
  public static final String GUIDANCE = "guidance";
  public static final String CONTENT = "contentText";

  /** The one that who asks has written. */
  public static final String SUBJECT = "subject";

  /** Those that are the product's alone. */
  public static final Set<String> OURS =
      Set.of(NUMBER, REQUESTED_BY, FILM, AS_OF, FROZEN_VISION, HISTORY, GUIDANCE, CONTENT);

  private OnEveryForm() {}
}
