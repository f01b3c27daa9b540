package film.finalsay.greenlight.web;

import film.finalsay.film.Film;
import film.finalsay.film.Films;
import film.finalsay.film.web.Viewers;
import film.finalsay.greenlight.AttachmentList;
import film.finalsay.greenlight.AttachmentRole;
import film.finalsay.greenlight.AttachmentState;
import film.finalsay.greenlight.KeyAttachment;
import film.finalsay.greenlight.PackageItems;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/films/{film}/key-attachments")
@Tag(name = "Greenlight package")
class KeyAttachmentController {

  private final Films films;
  private final PackageItems items;

  KeyAttachmentController(Films films, PackageItems items) {
    this.films = films;
    this.items = items;
  }

  record AttachmentView(
      String name, AttachmentRole role, AttachmentState state, String document, String reference) {

    static AttachmentView of(KeyAttachment attachment) {
      return new AttachmentView(
          attachment.name(),
          attachment.role(),
          attachment.state(),
          attachment.evidence().document(),
          attachment.evidence().reference());
    }
  }

  record ListView(
      String film, int version, String savedBy, Instant savedAt, List<AttachmentView> attachments) {

    static ListView of(AttachmentList list, Film film) {
      return new ListView(
          film.id(),
          list.version(),
          list.savedBy(),
          list.savedAt(),
          list.attachments().stream().map(AttachmentView::of).toList());
    }
  }

  @GetMapping
  @Operation(
      summary = "Who is attached: the newest version of the list, or the one with this number")
  ListView one(
      @PathVariable String film,
      @RequestParam(required = false) Integer version,
      Authentication login) {
    Film seen = films.seenBy(Viewers.of(login), film);
    return ListView.of(items.attachments(seen, version), seen);
  }

  @PutMapping
  @Operation(
      summary = "Save a new version of the list",
      description =
          "For the film's producers, co-executive and executive producers. Body: attachments, each"
              + " with name, role (DIRECTOR, LEAD_CAST, CAST, WRITER, DIRECTOR_OF_PHOTOGRAPHY,"
              + " PRODUCTION_DESIGNER, EDITOR, COMPOSER), state (IN_NEGOTIATION, LETTER_OF_INTENT,"
              + " ATTACHED) and the evidence of the last two: document or reference.")
  ListView save(
      @PathVariable String film, @RequestBody Map<String, Object> list, Authentication login) {
    Film seen = films.seenBy(Viewers.of(login), film);
    return ListView.of(items.saveAttachments(seen.id(), list, login.getName()), seen);
  }
}
