package film.finalsay.film.web;

import film.finalsay.approval.Inputs;
import film.finalsay.film.Credit;
import film.finalsay.film.Credits;
import film.finalsay.film.Films;
import film.finalsay.web.Page;
import film.finalsay.web.Paging;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/films/{film}/credits")
@Tag(name = "Credits")
class CreditController {

  private final Credits credits;
  private final Films films;

  CreditController(Credits credits, Films films) {
    this.credits = credits;
    this.films = films;
  }

  record CreditView(long id, String person, String title) {

    static CreditView of(Credit credit) {
      return new CreditView(credit.id(), credit.person(), credit.title());
    }
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      summary = "Agree a credit",
      description =
          """
          What the titles call somebody: "person" and "title", such as Executive Producer. It is no role and gives no
          authority. For the film's executive producer and for administrators.\
          """)
  CreditView agree(
      @PathVariable String film, @RequestBody Map<String, Object> body, Authentication login) {
    Inputs inputs = Inputs.of(body);
    String person = inputs.text("person", 64);
    String title = inputs.text("title", 100);
    inputs.requireNothingElse();
    return CreditView.of(credits.agree(film, person, title, Viewers.of(login)));
  }

  @GetMapping
  @Operation(summary = "The credits agreed on the film")
  Page<CreditView> all(
      @PathVariable String film,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "50") int size,
      Authentication login) {
    Paging paging = new Paging(page, size);
    films.seenBy(Viewers.of(login), film);
    return Page.of(credits.of(film, paging.limit(), paging.offset()), paging, CreditView::of);
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      summary = "End a credit",
      description = "For the film's executive producer and for administrators.")
  void end(@PathVariable String film, @PathVariable long id, Authentication login) {
    credits.end(film, id, Viewers.of(login));
  }
}
