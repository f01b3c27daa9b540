package film.finalsay.web;

import static film.finalsay.approval.BusinessRuleException.conflict;
import static film.finalsay.approval.BusinessRuleException.invalid;
import static film.finalsay.approval.BusinessRuleException.unknownField;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import film.finalsay.approval.BusinessRuleException;
import java.util.stream.Collectors;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.util.ClassUtils;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Every error of our own API names what was wrong, and the field if there is one. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

  private final Problems problems;

  ProblemAdvice(Problems problems) {
    this.problems = problems;
  }

  @ExceptionHandler
  ResponseEntity<Object> refused(BusinessRuleException refusal) {
    ProblemDetail problem = problems.of(refusal);
    return ResponseEntity.status(problem.getStatus()).body(problem);
  }

  @ExceptionHandler
  ResponseEntity<Object> wrongType(MethodArgumentTypeMismatchException wrong) {
    return refused(invalid(wrong.getName(), "has to be " + expected(wrong) + "."));
  }

  @ExceptionHandler
  ResponseEntity<Object> noMultipart(MultipartException wrong) {
    return refused(invalid("file", "is no well-formed multipart/form-data upload."));
  }

  @ExceptionHandler
  ResponseEntity<Object> doesNotFit(DataIntegrityViolationException wrong) {
    return refused(invalid("body", "a value is too long or not plain text."));
  }

  @ExceptionHandler
  ResponseEntity<Object> raced(ConcurrencyFailureException raced) {
    return refused(conflict("Somebody else was faster; look again before you repeat it."));
  }

  @Override
  protected ResponseEntity<Object> handleMethodArgumentNotValid(
      MethodArgumentNotValidException invalid,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    FieldError first = invalid.getBindingResult().getFieldErrors().get(0);
    return refused(invalid(first.getField(), first.getDefaultMessage() + "."));
  }

  @Override
  protected ResponseEntity<Object> handleHttpMessageNotReadable(
      HttpMessageNotReadableException unreadable,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    String field = "body";
    if (unreadable.getCause() instanceof JsonMappingException mapping
        && !mapping.getPath().isEmpty()) {
      field =
          mapping.getPath().stream()
              .map(part -> part.getFieldName() == null ? "" + part.getIndex() : part.getFieldName())
              .collect(Collectors.joining("."));
    }
    if (unreadable.getCause() instanceof UnrecognizedPropertyException unknown) {
      return refused(
          unknownField(
              field, unknown.getKnownPropertyIds().stream().map(String::valueOf).toList()));
    }
    return refused(invalid(field, "cannot be read; see the API's documentation for its form."));
  }

  private static String expected(MethodArgumentTypeMismatchException wrong) {
    Class<?> type = wrong.getRequiredType();
    return type != null
            && Number.class.isAssignableFrom(ClassUtils.resolvePrimitiveIfNecessary(type))
        ? "a whole number"
        : "of another type";
  }
}
