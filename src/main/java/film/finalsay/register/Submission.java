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
 * @param filing puts on file what has tables of its own, once the request has its number
 */
public record Submission(
    String subject,
    Money amount,
    Content content,
    Map<String, Object> variables,
    Consumer<Case> filing) {

  public static Submission of(String subject, Money amount, Content content) {
    return new Submission(subject, amount, content, Map.of(), request -> {});
  }

  public Submission going(Map<String, Object> by) {
    return new Submission(subject, amount, content, by, filing);
  }

  public Submission and(Consumer<Case> alsoOnFile) {
    return new Submission(subject, amount, content, variables, alsoOnFile);
  }
}
