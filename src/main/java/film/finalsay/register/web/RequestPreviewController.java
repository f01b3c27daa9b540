package film.finalsay.register.web;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Inputs;
import film.finalsay.approval.Money;
import film.finalsay.approval.Role;
import film.finalsay.film.Film;
import film.finalsay.film.Viewer;
import film.finalsay.register.Requests;
import film.finalsay.register.Requests.Weighed;
import film.finalsay.web.Expensive;
import film.finalsay.web.Sent;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/films/{film}/requests")
@Tag(name = "Approvals")
class RequestPreviewController {

  private final Requests requests;

  RequestPreviewController(Requests requests) {
    this.requests = requests;
  }

  /**
   * @param field the field that is wrong; null if it is none
   */
  record RefusalView(BusinessRuleException.Kind kind, String field, String reason) {}

  /**
   * Without a refusal the rest is there, as far as it applies; with one, nothing else is.
   *
   * @param decidedBy whose decision it would be, as a group id
   * @param consents who would be asked for consent then
   * @param consulted who would be heard before
   * @param because why they decide, a sentence; empty where it is always the same role
   * @param does what it would do, a sentence
   */
  record PreviewView(
      String film,
      boolean allowed,
      RefusalView refusal,
      String subject,
      Money amount,
      Role decidedBy,
      List<Role> consents,
      List<Role> consulted,
      String because,
      String does) {}

  @Expensive
  @PostMapping("/{process}/preview")
  @Operation(
      summary = "What a request would come to, without asking for it",
      description =
          "It takes what a start of the process takes, and is weighed as the start would weigh it: who is"
              + " heard, who decides, who consents and what it does; or which rule refuses it, and why."
              + " With \"amends\", the number of an open request of this kind, it is weighed in place"
              + " of that. For the kinds whose fields are plain; a budget change has a preview of its own.")
  PreviewView preview(
      Film film,
      @PathVariable String process,
      @RequestBody Sent<Map<String, Object>> body,
      Viewer viewer) {
    Map<String, Object> fields = new HashMap<>(body.fields());
    fields.put("film", film.id());
    try {
      return allowed(film, requests.preview(process, Inputs.of(fields), film, viewer.person()));
    } catch (BusinessRuleException refused) {
      if (refused.kind() == BusinessRuleException.Kind.NOT_FOUND) {
        throw refused;
      }
      return new PreviewView(
          film.id(),
          false,
          new RefusalView(refused.kind(), refused.field(), refused.getMessage()),
          null,
          null,
          null,
          List.of(),
          List.of(),
          null,
          null);
    }
  }

  private static PreviewView allowed(Film film, Weighed weighed) {
    return new PreviewView(
        film.id(),
        true,
        null,
        weighed.subject(),
        weighed.amount(),
        weighed.decidedBy(),
        List.copyOf(weighed.consents()),
        List.copyOf(weighed.consulted()),
        weighed.because(),
        weighed.does());
  }
}
