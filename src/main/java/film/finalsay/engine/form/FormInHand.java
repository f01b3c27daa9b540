package film.finalsay.engine.form;

import film.finalsay.approval.BusinessRuleException;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * The form that a request answers: whatever refuses it later names a field as the form calls it.
 */
public final class FormInHand {

  private static final String FORM = FormInHand.class.getName();

  private FormInHand() {}

  public static void note(FormFields form) {
    RequestAttributes request = RequestContextHolder.getRequestAttributes();
    if (request != null) {
      request.setAttribute(FORM, form, RequestAttributes.SCOPE_REQUEST);
    }
  }

  /** How the form calls its fields, by their names; empty if none is at hand. */
  public static Map<String, String> labels() {
    return atHand().map(FormFields::labels).orElse(Map.of());
  }

  public static BusinessRuleException inWords(BusinessRuleException refusal) {
    return atHand().map(form -> form.inWords(refusal)).orElse(refusal);
  }

  private static Optional<FormFields> atHand() {
    return Optional.ofNullable(RequestContextHolder.getRequestAttributes())
        .map(request -> (FormFields) request.getAttribute(FORM, RequestAttributes.SCOPE_REQUEST));
  }
}
