package film.finalsay.register;

import film.finalsay.approval.Money;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What goes on file.
 *
 * @param subject one line that says what is asked for
 * @param amount null where no money moves
 * @param content what is asked for, field by field
 * @param variables what its process goes by and no other step of it could find out, by name
 * @param ruledWith what the kind's authority table is asked, by name; empty where it has none
 * @param does what it would do, in one sentence, for whoever looks before asking
 * @param filing puts on file what has tables of its own, once the request has its number
 */
public record Submission(
    String subject,
    Money amount,
    Content content,
    Map<String, Object> variables,
    Map<String, Object> ruledWith,
    String does,
    Consumer<Case> filing) {

  public static Submission of(String subject, Money amount, Content content) {
    return new Submission(
        subject, amount, content, Map.of(), Map.of(), subject + ".", request -> {});
  }

  public Submission going(Map<String, Object> by) {
    return new Submission(subject, amount, content, by, ruledWith, does, filing);
  }

  public Submission and(Consumer<Case> alsoOnFile) {
    return new Submission(subject, amount, content, variables, ruledWith, does, alsoOnFile);
  }

  /** The same, decided by whom the kind's authority table names when it is asked this. */
  public Submission ruledWith(Map<String, Object> asked) {
    return new Submission(subject, amount, content, variables, asked, does, filing);
  }

  /** The same, with what it would do. */
  public Submission doing(String sentence) {
    return new Submission(subject, amount, content, variables, ruledWith, sentence, filing);
  }
}
