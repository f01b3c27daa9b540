package film.finalsay.film.web;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.film.Document;
import film.finalsay.film.Documents;
import film.finalsay.film.Film;
import film.finalsay.film.Films;
import film.finalsay.web.Expensive;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/api/films/{film}/documents")
@Tag(name = "Documents")
class DocumentController {

  private final Films films;
  private final Documents documents;

  DocumentController(Films films, Documents documents) {
    this.films = films;
    this.documents = documents;
  }

  @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      summary = "Upload a document, up to 50 MB",
      description =
          "By anybody on the film's team. Answers its SHA-256, by which a script approval, a package item or the report on a condition names it.")
  Document upload(
      @PathVariable String film, @RequestParam("file") MultipartFile file, Authentication login)
      throws IOException {
    Film seen = films.seenBy(Viewers.of(login), film);
    films.requireOnTeam(login.getName(), seen);
    return documents.keep(
        seen,
        "file",
        file.getOriginalFilename(),
        file.getContentType(),
        file.getBytes(),
        login.getName());
  }

  @Expensive
  @GetMapping("/{sha256}")
  @Operation(summary = "A document's content, exactly as it was uploaded")
  ResponseEntity<byte[]> content(
      @PathVariable String film, @PathVariable String sha256, Authentication login) {
    films.seenBy(Viewers.of(login), film);
    Document document =
        documents
            .find(film, sha256)
            .orElseThrow(
                () ->
                    BusinessRuleException.notFound(
                        "%s has no document %s.".formatted(film, sha256)));
    return ResponseEntity.ok()
        .contentType(mediaType(document))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(document.fileName(), StandardCharsets.UTF_8)
                .build()
                .toString())
        .body(documents.content(document));
  }

  private static MediaType mediaType(Document document) {
    try {
      MediaType type = MediaType.parseMediaType(document.mediaType());
      return type.isConcrete() ? type : MediaType.APPLICATION_OCTET_STREAM;
    } catch (InvalidMediaTypeException keptByAnEarlierVersion) {
      return MediaType.APPLICATION_OCTET_STREAM;
    }
  }
}
