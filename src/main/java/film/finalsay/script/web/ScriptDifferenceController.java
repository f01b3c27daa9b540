package film.finalsay.script.web;

import film.finalsay.film.Films;
import film.finalsay.film.web.Viewers;
import film.finalsay.script.ScriptDrafts;
import film.finalsay.script.ScriptDrafts.Compared;
import film.finalsay.web.Expensive;
import film.finalsay.web.Paging;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.util.MimeTypeUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/films/{film}/scripts/{draft}/difference")
@Tag(name = "Script drafts")
class ScriptDifferenceController {

  private static final String CSV = "text/csv";
  private static final List<MediaType> FORMS =
      List.of(MediaType.APPLICATION_JSON, MediaType.parseMediaType(CSV), MediaType.TEXT_HTML);

  /** Stricter than any page's, but for its looks. */
  private static final String PAGE_POLICY =
      "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none';"
          + " frame-ancestors 'none'";

  private final Films films;
  private final ScriptDrafts drafts;

  ScriptDifferenceController(Films films, ScriptDrafts drafts) {
    this.films = films;
    this.drafts = drafts;
  }

  @Expensive
  @GetMapping(produces = {MediaType.APPLICATION_JSON_VALUE, CSV, MediaType.TEXT_HTML_VALUE})
  @Operation(
      summary = "What differs in a draft from another, scene by scene and line by line",
      description =
          "Scenes in which nothing changed are left out, unless \"all\" is true. As CSV with Accept:"
              + " text/csv, and as a page with Accept: text/html, both with all scenes at once.")
  @ApiResponse(
      responseCode = "200",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON_VALUE,
            schema = @Schema(implementation = DifferenceView.class)),
        @Content(mediaType = CSV, schema = @Schema(type = "string")),
        @Content(mediaType = MediaType.TEXT_HTML_VALUE, schema = @Schema(type = "string"))
      })
  ResponseEntity<?> difference(
      @PathVariable String film,
      @PathVariable int draft,
      @RequestParam int from,
      @RequestParam(defaultValue = "false") boolean all,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "50") int size,
      @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = MediaType.ALL_VALUE) String accept,
      Authentication login,
      HttpServletResponse response) {
    Paging paging = new Paging(page, size);
    Compared compared = drafts.difference(films.seenBy(Viewers.of(login), film), from, draft);
    MediaType form = preferred(accept);
    if (form.equals(MediaType.APPLICATION_JSON)) {
      return ResponseEntity.ok().contentType(form).body(DifferenceView.of(compared, all, paging));
    }
    if (form.equals(MediaType.TEXT_HTML)) {
      response.setHeader("Content-Security-Policy", PAGE_POLICY);
    }
    String text =
        form.equals(MediaType.TEXT_HTML)
            ? DifferencePage.written(compared, all)
            : ScriptDifferenceCsv.written(compared, all);
    return ResponseEntity.ok()
        .contentType(new MediaType(form, StandardCharsets.UTF_8))
        .body(text.getBytes(StandardCharsets.UTF_8));
  }

  /** JSON, unless something else is wanted more. */
  private static MediaType preferred(String accept) {
    try {
      List<MediaType> wanted = MediaType.parseMediaTypes(accept);
      MimeTypeUtils.sortBySpecificity(wanted);
      return wanted.stream()
          .sorted(Comparator.comparingDouble(MediaType::getQualityValue).reversed())
          .flatMap(type -> FORMS.stream().filter(type::includes))
          .findFirst()
          .orElse(MediaType.APPLICATION_JSON);
    } catch (InvalidMediaTypeException unreadable) {
      return MediaType.APPLICATION_JSON;
    }
  }
}
