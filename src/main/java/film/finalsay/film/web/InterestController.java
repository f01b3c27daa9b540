package film.finalsay.film.web;

import static film.finalsay.approval.BusinessRuleException.invalid;

import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.ApprovalKinds;
import film.finalsay.approval.Inputs;
import film.finalsay.film.Film;
import film.finalsay.film.Interest;
import film.finalsay.film.Interest.Nature;
import film.finalsay.film.Interests;
import film.finalsay.film.Interests.Declaration;
import film.finalsay.film.Viewer;
import film.finalsay.web.Page;
import film.finalsay.web.Paging;
import film.finalsay.web.Sent;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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
@RequestMapping("/api/films/{film}/interests")
@Tag(name = "Interests")
class InterestController {

  private static final int MAX_PERSON = 64;
  private static final int MAX_DESCRIPTION = 500;
  private static final int MAX_ACCOUNT = 12;

  private final Interests interests;
  private final ApprovalKinds kinds;

  InterestController(Interests interests, ApprovalKinds kinds) {
    this.interests = interests;
    this.kinds = kinds;
  }

  /**
   * @param person yourself, if nobody is named
   * @param matters every kind of approval, if none is named
   * @param account the film as a whole, if none is named
   */
  record NewInterest(
      @Size(max = MAX_PERSON) String person,
      @NotNull Nature nature,
      @NotNull @Size(max = MAX_DESCRIPTION) String description,
      List<ApprovalKind> matters,
      @Size(max = MAX_ACCOUNT) String account) {}

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      summary = "Declare an interest",
      description =
          """
          Whoever has an interest in a matter does not decide it, in whatever role. Without "person" it is yours; without
          "matters" it concerns every kind of approval, and without "account" the film as a whole. Everybody declares their own; the
          film's executive producer and administrators anybody's.\
          """)
  Interest declare(@PathVariable String film, @RequestBody Sent<NewInterest> body, Viewer viewer) {
    Inputs inputs = Inputs.of(body.fields());
    Declaration declared =
        new Declaration(
            inputs.optionalText("person", MAX_PERSON).orElse(viewer.person()),
            inputs.oneOf("nature", Nature.class),
            inputs.lines("description", MAX_DESCRIPTION),
            matters(inputs.any("matters")),
            inputs.optionalText("account", MAX_ACCOUNT).orElse(null));
    inputs.requireNothingElse();
    return interests.declare(film, declared, viewer);
  }

  @GetMapping
  @Operation(summary = "The interests on the film's register, ended ones included")
  Page<Interest> all(Film film, Paging paging) {
    return Page.of(interests.of(film.id(), paging.limit(), paging.offset()), paging);
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      summary = "End an interest, from now on",
      description = "For another executive producer of the film and for administrators.")
  void end(@PathVariable String film, @PathVariable long id, Viewer viewer) {
    interests.end(film, id, viewer);
  }

  private Set<ApprovalKind> matters(Object sent) {
    if (sent == null) {
      return Set.of();
    }
    if (!(sent instanceof Collection<?> list)) {
      throw invalid("matters", "has to be a list of kinds of approval.");
    }
    return list.stream().map(this::matter).collect(Collectors.toSet());
  }

  private ApprovalKind matter(Object name) {
    return kinds.all().stream()
        .filter(kind -> kind.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                invalid(
                    "matters",
                    "has to have only kinds of approval: %s.",
                    kinds.all().stream()
                        .map(ApprovalKind::name)
                        .collect(Collectors.joining(", "))));
  }
}
