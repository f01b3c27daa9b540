package film.finalsay.approval;

import java.util.Map;

/**
 * What a process asks for of which the product knows nothing but the drawing.
 *
 * @param title what the process is called; never null
 * @param sent what the process was started with; {@code subject}, if it is there, says in one line
 *     what is asked for
 */
public record PlainRequest(Filing filing, String filmId, String title, Map<String, Object> sent) {

  /**
   * @throws BusinessRuleException (invalid) if the subject is no text or too long
   */
  public String subject(int maxLength) {
    return Inputs.of(sent).optionalText("subject", maxLength).orElse(title);
  }
}
