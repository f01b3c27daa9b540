package film.finalsay.engine.form;

import film.finalsay.approval.BusinessRuleException;
import java.util.Map;
import java.util.Optional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * The form that a request answers: whatever refuses it later names a field as the form calls it.
 * What the product itself begins has no request, and its form is at hand in its transaction.
 */
public final class FormInHand {

  private static final String FORM = FormInHand.class.getName();

  private FormInHand() {}

  public static void note(FormFields form) {
    RequestAttributes request = RequestContextHolder.getRequestAttributes();
    if (request != null) {
      request.setAttribute(FORM, form, RequestAttributes.SCOPE_REQUEST);
    } else if (TransactionSynchronizationManager.isSynchronizationActive()) {
      bind(form);
    }
  }

  private static void bind(FormFields form) {
    if (TransactionSynchronizationManager.unbindResourceIfPossible(FORM) == null) {
      TransactionSynchronizationManager.registerSynchronization(
          new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
              TransactionSynchronizationManager.unbindResourceIfPossible(FORM);
            }
          });
    }
    TransactionSynchronizationManager.bindResource(FORM, form);
  }

  /** How the form calls its fields, by their names; empty if none is at hand. */
  public static Map<String, String> labels() {
    return atHand().map(FormFields::labels).orElse(Map.of());
  }

  public static BusinessRuleException inWords(BusinessRuleException refusal) {
    return atHand().map(form -> form.inWords(refusal)).orElse(refusal);
  }

  private static Optional<FormFields> atHand() {
    RequestAttributes request = RequestContextHolder.getRequestAttributes();
    return Optional.ofNullable(
        (FormFields)
            (request == null
                ? TransactionSynchronizationManager.getResource(FORM)
                : request.getAttribute(FORM, RequestAttributes.SCOPE_REQUEST)));
  }
}
