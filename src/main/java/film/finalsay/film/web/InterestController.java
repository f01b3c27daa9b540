package film.finalsay.film.web;

import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.ApprovalKinds;
import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Inputs;
import film.finalsay.film.Films;
import film.finalsay.film.Interest;
import film.finalsay.film.Interest.Nature;
import film.finalsay.film.Interests;
import film.finalsay.film.Interests.Declaration;
import film.finalsay.web.Page;
import film.finalsay.web.Paging;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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
@RequestMapping("/api/films/{film}/interests")
@Tag(name = "Interests")
class InterestController {

  private static final int MAX_DESCRIPTION = 500;

  private final Interests interests;
  private final Films films;
  private final ApprovalKinds kinds;

  InterestController(Interests interests, Films films, ApprovalKinds kinds) {
    this.interests = interests;
    this.films = films;
    this.kinds = kinds;
  }

  /**
   * @param matters empty for every kind of approval
   * @param account null if it concerns the film as a whole
   * @param endedAt null while it stands
   */
  record InterestView(
      long id,
      String person,
      Nature nature,
      String description,
      List<String> matters,
      String account,
      String declaredBy,
      Instant declaredAt,
      Instant endedAt) {

    static InterestView of(Interest interest) {
      return new InterestView(
          interest.id(),
          interest.person(),
          interest.nature(),
          interest.description(),
          interest.matters().stream().map(ApprovalKind::name).sorted().toList(),
          interest.account(),
          interest.declaredBy(),
          interest.declaredAt(),
          interest.endedAt());
    }
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      summary = "Declare an interest",
      description =
          """
          Whoever has an interest in a matter does not decide it, in whatever role. Fields: "person" (without it,
          yourself), "nature" (INVESTOR, CAST, FAMILY, SUPPLIER), "description", "matters" (a list of kinds of approval;
          without it, all), "account" (of the budget; without it, the film as a whole). Everybody declares their own; the
          film's executive producer and administrators anybody's.\
          """)
  InterestView declare(
      @PathVariable String film, @RequestBody Map<String, Object> body, Authentication login) {
    Inputs inputs = Inputs.of(body);
    Declaration declared =
        new Declaration(
            inputs.optionalText("person", 64).orElse(login.getName()),
            inputs.oneOf("nature", Nature.class),
            inputs.lines("description", MAX_DESCRIPTION),
            matters(inputs.any("matters")),
            inputs.optionalText("account", 12).orElse(null));
    inputs.requireNothingElse();
    return InterestView.of(interests.declare(film, declared, Viewers.of(login)));
  }

  @GetMapping
  @Operation(summary = "The interests on the film's register, ended ones included")
  Page<InterestView> all(
      @PathVariable String film,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "50") int size,
      Authentication login) {
    Paging paging = new Paging(page, size);
    films.seenBy(Viewers.of(login), film);
    return Page.of(interests.of(film, paging.limit(), paging.offset()), paging, InterestView::of);
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      summary = "End an interest, from now on",
      description = "For another executive producer of the film and for administrators.")
  void end(@PathVariable String film, @PathVariable long id, Authentication login) {
    interests.end(film, id, Viewers.of(login));
  }

  private Set<ApprovalKind> matters(Object sent) {
    if (sent == null) {
      return Set.of();
    }
    if (!(sent instanceof Collection<?> list)) {
      throw BusinessRuleException.invalid("matters", "has to be a list of kinds of approval.");
    }
    return list.stream().map(this::matter).collect(Collectors.toSet());
  }

  private ApprovalKind matter(Object name) {
    return kinds.all().stream()
        .filter(kind -> kind.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                BusinessRuleException.invalid(
                    "matters",
                    "has to have only kinds of approval: %s."
                        .formatted(
                            kinds.all().stream()
                                .map(ApprovalKind::name)
                                .collect(Collectors.joining(", ")))));
  }
}
