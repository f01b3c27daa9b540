package film.finalsay.greenlight.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import film.finalsay.film.Film;
import film.finalsay.film.Viewer;
import film.finalsay.greenlight.AttachmentList;
import film.finalsay.greenlight.AttachmentRole;
import film.finalsay.greenlight.AttachmentState;
import film.finalsay.greenlight.PackageItems;
import film.finalsay.web.Sent;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/films/{film}/key-attachments")
@Tag(name = "Greenlight package")
class KeyAttachmentController {

  private final PackageItems items;

  KeyAttachmentController(PackageItems items) {
    this.items = items;
  }

  record ListView(String film, @JsonUnwrapped AttachmentList list) {}

  record NewList(@NotNull @Size(max = 50) List<NewAttachment> attachments) {}

  /**
   * @param document SHA-256 of one that was uploaded
   * @param reference where the evidence lies
   */
  record NewAttachment(
      @NotNull @Size(max = 200) String name,
      @NotNull AttachmentRole role,
      @NotNull AttachmentState state,
      @Size(max = 64) String document,
      @Size(max = 500) String reference) {}

  @GetMapping
  @Operation(
      summary = "Who is attached: the newest version of the list, or the one with this number")
  ListView one(Film film, @RequestParam(required = false) Integer version) {
    return new ListView(film.id(), items.attachments(film, version));
  }

  @PutMapping
  @Operation(
      summary = "Save a new version of the list",
      description =
          "For the film's producers, co-executive and executive producers. A letter"
              + " of intent, and who is attached, need evidence: document or reference.")
  ListView save(Film film, @RequestBody Sent<NewList> list, Viewer viewer) {
    return new ListView(
        film.id(), items.saveAttachments(film.id(), list.fields(), viewer.person()));
  }
}
