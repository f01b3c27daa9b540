package film.finalsay.script.web;

import film.finalsay.film.Film;
import film.finalsay.script.ScriptDrafts;
import film.finalsay.script.ScriptDrafts.Compared;
import film.finalsay.web.Csv;
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

  private static final List<MediaType> FORMS =
      List.of(MediaType.APPLICATION_JSON, MediaType.parseMediaType(Csv.TYPE), MediaType.TEXT_HTML);

  /** Stricter than any page's, but for its looks. */
  private static final String PAGE_POLICY =
      "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none';"
          + " frame-ancestors 'none'";

  private final ScriptDrafts drafts;

  ScriptDifferenceController(ScriptDrafts drafts) {
    this.drafts = drafts;
  }

  @Expensive
  @GetMapping(produces = {MediaType.APPLICATION_JSON_VALUE, Csv.TYPE, MediaType.TEXT_HTML_VALUE})
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
        @Content(mediaType = Csv.TYPE, schema = @Schema(type = "string")),
        @Content(mediaType = MediaType.TEXT_HTML_VALUE, schema = @Schema(type = "string"))
      })
  ResponseEntity<?> difference(
      Film film,
      @PathVariable int draft,
      @RequestParam int from,
      @RequestParam(defaultValue = "false") boolean all,
      Paging paging,
      @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = MediaType.ALL_VALUE) String accept,
      HttpServletResponse response) {
    Compared compared = drafts.difference(film, from, draft);
    MediaType form = preferred(accept);
    if (form.equals(MediaType.APPLICATION_JSON)) {
      return ResponseEntity.ok().contentType(form).body(DifferenceView.of(compared, all, paging));
    }
    if (!form.equals(MediaType.TEXT_HTML)) {
      return DifferenceView.written(compared, all).answer();
    }
    response.setHeader("Content-Security-Policy", PAGE_POLICY);
    return ResponseEntity.ok()
        .contentType(new MediaType(form, StandardCharsets.UTF_8))
        .body(DifferencePage.written(compared, all).getBytes(StandardCharsets.UTF_8));
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
