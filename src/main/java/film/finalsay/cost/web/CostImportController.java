package film.finalsay.cost.web;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Inputs;
import film.finalsay.cost.CostImports;
import film.finalsay.cost.CostImports.WeeksFile;
import film.finalsay.film.Film;
import film.finalsay.film.Films;
import film.finalsay.film.web.Viewers;
import film.finalsay.web.Csv;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Takes in a week's cost report. */
@RestController
@RequestMapping("/api/films/{film}/cost-reports")
@Tag(name = "Cost reports")
class CostImportController {

  private final Films films;
  private final CostImports imports;

  CostImportController(Films films, CostImports imports) {
    this.films = films;
    this.imports = imports;
  }

  @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      summary = "Import a week's cost report (CSV)",
      description =
          "Header: account,actual,commitments,etc and, if lines give one, reason. Every account of the"
              + " budget has to be there. A line whose estimated final cost differs from the report"
              + " before needs a reason, its own or that of the whole file. An estimated final cost"
              + " above the secured funds, and each large variance, asks somebody by itself.")
  StatementView importFile(
      @PathVariable String film,
      @RequestParam("file") MultipartFile file,
      @RequestParam(required = false) String weekEnding,
      @RequestParam(required = false) String reason,
      Authentication login)
      throws IOException {
    return imported(film, file.getInputStream(), weekEnding, reason, login);
  }

  @PostMapping(consumes = Csv.TYPE)
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "The same with the CSV as the body")
  StatementView importCsv(
      @PathVariable String film,
      InputStream csv,
      @RequestParam(required = false) String weekEnding,
      @RequestParam(required = false) String reason,
      Authentication login)
      throws IOException {
    return imported(film, csv, weekEnding, reason, login);
  }

  private StatementView imported(
      String film, InputStream csv, String weekEnding, String reason, Authentication login)
      throws IOException {
    Film seen = films.seenBy(Viewers.of(login), film);
    Map<String, String> sent = new HashMap<>();
    sent.put("weekEnding", weekEnding);
    sent.put("reason", reason);
    Inputs inputs = Inputs.of(sent);
    LocalDate week =
        inputs
            .optionalDate("weekEnding")
            .orElseThrow(
                () ->
                    BusinessRuleException.invalid(
                        "weekEnding", "is missing; a day as YYYY-MM-DD is needed."));
    String why = inputs.optionalLongText("reason").orElse(null);
    return StatementView.of(
        imports.importReport(
            seen.id(), new WeeksFile(week, why, Csv.content(csv)), login.getName()));
  }
}
