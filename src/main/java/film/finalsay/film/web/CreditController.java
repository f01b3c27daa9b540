package film.finalsay.film.web;

import film.finalsay.approval.Inputs;
import film.finalsay.film.Credit;
import film.finalsay.film.Credits;
import film.finalsay.film.Film;
import film.finalsay.film.Viewer;
import film.finalsay.web.Page;
import film.finalsay.web.Paging;
import film.finalsay.web.Sent;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/films/{film}/credits")
@Tag(name = "Credits")
class CreditController {

  private static final int MAX_PERSON = 64;
  private static final int MAX_TITLE = 100;

  private final Credits credits;

  CreditController(Credits credits) {
    this.credits = credits;
  }

  record NewCredit(
      @NotNull @Size(max = MAX_PERSON) String person,
      @NotNull @Size(max = MAX_TITLE) String title) {}

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      summary = "Agree a credit",
      description =
          """
          What the titles call somebody, such as Executive Producer. It is no role and gives no authority. For the film's executive producer and for administrators.\
          """)
  Credit agree(@PathVariable String film, @RequestBody Sent<NewCredit> body, Viewer viewer) {
    Inputs inputs = Inputs.of(body.fields());
    String person = inputs.text("person", MAX_PERSON);
    String title = inputs.text("title", MAX_TITLE);
    inputs.requireNothingElse();
    return credits.agree(film, person, title, viewer);
  }

  @GetMapping
  @Operation(summary = "The credits agreed on the film")
  Page<Credit> all(Film film, Paging paging) {
    return Page.of(credits.of(film.id(), paging.limit(), paging.offset()), paging);
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      summary = "End a credit",
      description = "For the film's executive producer and for administrators.")
  void end(@PathVariable String film, @PathVariable long id, Viewer viewer) {
    credits.end(film, id, viewer);
  }
}
