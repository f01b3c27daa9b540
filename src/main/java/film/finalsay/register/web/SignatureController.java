package film.finalsay.register.web;

import film.finalsay.approval.Approval;
import film.finalsay.film.Film;
import film.finalsay.register.Signatures;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/films/{film}/signatures")
@Tag(name = "Signatures")
class SignatureController {

  private final Signatures signatures;

  SignatureController(Signatures signatures) {
    this.signatures = signatures;
  }

  /** An approval that became void just now, and what was changed. */
  record VoidView(String approval, String subject, String because) {}

  /**
   * @param voided the oldest first; empty if everything is as it was signed
   */
  record CheckView(List<VoidView> voided) {}

  @PostMapping("/check")
  @Operation(
      summary = "Compare what was signed with what lies there now",
      description =
          """
          An approval whose documents or figures were changed after it was signed becomes void, and those who signed are
          told. This happens every night, and when somebody decides on such a document; here it happens now.\
          """)
  CheckView check(Film film) {
    return new CheckView(signatures.check(film.id()).stream().map(this::view).toList());
  }

  private VoidView view(Approval voided) {
    return new VoidView(
        voided.key(), voided.subject(), signatures.becauseVoid(voided).orElseThrow());
  }
}
