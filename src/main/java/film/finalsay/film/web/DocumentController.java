package film.finalsay.film.web;

import static film.finalsay.approval.BusinessRuleException.notFound;

import film.finalsay.film.Document;
import film.finalsay.film.Documents;
import film.finalsay.film.Film;
import film.finalsay.film.Films;
import film.finalsay.film.Viewer;
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
  Document upload(Film film, @RequestParam("file") MultipartFile file, Viewer viewer)
      throws IOException {
    films.requireOnTeam(viewer.person(), film);
    return documents.keep(
        film,
        "file",
        file.getOriginalFilename(),
        file.getContentType(),
        file.getBytes(),
        viewer.person());
  }

  @Expensive
  @GetMapping("/{sha256}")
  @Operation(summary = "A document's content, exactly as it was uploaded")
  ResponseEntity<byte[]> content(Film film, @PathVariable String sha256) {
    Document document =
        documents
            .find(film.id(), sha256)
            .orElseThrow(() -> notFound("%s has no document %s.", film.id(), sha256));
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
