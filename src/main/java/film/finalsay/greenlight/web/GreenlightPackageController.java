package film.finalsay.greenlight.web;

import film.finalsay.approval.Approval;
import film.finalsay.approval.Money;
import film.finalsay.film.Films;
import film.finalsay.film.web.Viewers;
import film.finalsay.greenlight.ItemState;
import film.finalsay.greenlight.PackageSummaries;
import film.finalsay.greenlight.PackageSummary;
import film.finalsay.greenlight.PackageSummary.Figures;
import film.finalsay.register.ApprovalRegister;
import film.finalsay.web.Expensive;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/approvals/{key}")
@Tag(name = "Greenlight package")
class GreenlightPackageController {

  private final ApprovalRegister register;
  private final PackageSummaries summaries;
  private final Films films;

  GreenlightPackageController(ApprovalRegister register, PackageSummaries summaries, Films films) {
    this.register = register;
    this.summaries = summaries;
    this.films = films;
  }

  /** Decimal strings in the film's currency; null is not on file. */
  record FiguresView(
      String budget,
      String deferred,
      String cashNeeded,
      String secured,
      String pending,
      String unsecured,
      String gap,
      String salesAsk,
      String salesTake) {

    static FiguresView of(Figures figures) {
      return new FiguresView(
          plain(figures.budget()),
          plain(figures.deferred()),
          plain(figures.cashNeeded()),
          plain(figures.secured()),
          plain(figures.pending()),
          plain(figures.unsecured()),
          plain(figures.gap()),
          plain(figures.ask()),
          plain(figures.take()));
    }

    private static String plain(Money money) {
      return money == null ? null : money.plain();
    }
  }

  record SourceView(String name, String kind, String amount, String standing, String terms) {}

  record ItemView(String item, ItemState state, boolean required, String evidence) {}

  /**
   * @param standing where the greenlight stands, in a phrase
   * @param asOf the day on which its figures count: today, or when it was settled
   */
  record PackageView(
      String approval,
      String film,
      String title,
      String kind,
      String standing,
      LocalDate asOf,
      String logline,
      String vision,
      FiguresView figures,
      List<SourceView> sources,
      List<String> alsoAttached,
      List<ItemView> items,
      List<String> missing) {

    static PackageView of(PackageSummary summary) {
      return new PackageView(
          summary.approval(),
          summary.film(),
          summary.title(),
          summary.kind(),
          summary.standing(),
          summary.asOf(),
          summary.logline(),
          summary.vision(),
          FiguresView.of(summary.figures()),
          summary.sources().stream()
              .map(
                  source ->
                      new SourceView(
                          source.name(),
                          source.kind(),
                          source.amount().plain(),
                          source.standing(),
                          source.terms()))
              .toList(),
          summary.alsoAttached(),
          summary.items().stream()
              .map(item -> new ItemView(item.title(), item.state(), item.required(), item.words()))
              .toList(),
          summary.missing());
    }
  }

  @GetMapping("/package")
  @Operation(
      summary = "What a greenlight is decided on, as it was filed",
      description =
          "With the finance plan, sales estimates, attachments and items of that day, and what it lacks.")
  PackageView one(@PathVariable String key, Authentication login) {
    return PackageView.of(summaries.of(seen(key, login)));
  }

  @Expensive
  @GetMapping(path = "/package.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
  @Operation(summary = "The same on one page, to print and to hand round")
  ResponseEntity<byte[]> pdf(@PathVariable String key, Authentication login) {
    Approval approval = seen(key, login);
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.inline()
                .filename(approval.key() + "-package.pdf")
                .build()
                .toString())
        .body(summaries.pdf(approval));
  }

  private Approval seen(String key, Authentication login) {
    Approval approval = register.byKey(key);
    films.seenBy(Viewers.of(login), approval.filmId());
    return approval;
  }
}
