package film.finalsay.film.web;

import static film.finalsay.approval.BusinessRuleException.invalid;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import film.finalsay.approval.Inputs;
import film.finalsay.approval.PlainText;
import film.finalsay.approval.Role;
import film.finalsay.approval.Scope;
import film.finalsay.film.Film;
import film.finalsay.film.FilmAdministration;
import film.finalsay.film.FilmKind;
import film.finalsay.film.FilmSpending;
import film.finalsay.film.Films;
import film.finalsay.film.Phase;
import film.finalsay.film.TeamMember;
import film.finalsay.film.Viewer;
import film.finalsay.web.Page;
import film.finalsay.web.Paging;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/films")
@Tag(name = "Films")
class FilmController {

  private static final String NOT_PLAIN =
      "contains a line break or an invisible character, one line of plain text is allowed";
  private static final String NOT_PLAIN_LINES =
      "contains an invisible character, plain text is allowed";

  private final Films films;
  private final FilmAdministration administration;
  private final FilmSpending spending;
  private final Clock clock;

  FilmController(
      Films films, FilmAdministration administration, FilmSpending spending, Clock clock) {
    this.spending = spending;
    this.films = films;
    this.administration = administration;
    this.clock = clock;
  }

  record NewFilm(
      @NotNull(message = "is missing")
          @Pattern(
              regexp = "[A-Z0-9]{2,12}",
              message = "has to be 2 to 12 capital letters and digits, as in NOVA")
          String id,
      @NotBlank(message = "is missing")
          @Size(max = 200, message = "has at most 200 characters")
          @Pattern(regexp = PlainText.LINE, message = NOT_PLAIN)
          String title,
      @NotNull(message = "is missing") String currency,
      String kind,
      @Size(max = PlainText.LONG, message = "has at most 4000 characters")
          @Pattern(regexp = PlainText.LINES, message = NOT_PLAIN_LINES)
          String vision,
      @Min(value = 0, message = "has to be 0 or more")
          @Max(value = 1000, message = "has to be at most 1000")
          Integer shootingDays) {}

  record Shooting(
      @NotNull(message = "is missing")
          @Min(value = 0, message = "has to be 0 or more")
          @Max(value = 1000, message = "has to be at most 1000")
          Integer shootingDays,
      @NotNull(message = "is missing") @Min(value = 0, message = "has to be 0 or more")
          Integer shootingDaysCompleted) {}

  record NewMember(
      @NotBlank(message = "is missing") @Pattern(regexp = PlainText.LINE, message = NOT_PLAIN)
          String person,
      @NotBlank(message = "is missing") String role,
      LocalDate from,
      LocalDate to,
      String scope) {}

  /**
   * @param spendable whether its budget may be changed: not while it is greenlit on conditions
   */
  record FilmView(@JsonUnwrapped Film film, boolean spendable) {}

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      summary = "Create a film",
      description =
          "For administrators and executive producers; an executive producer joins its team as such."
              + " The kind (FEATURE, DOCUMENTARY, SERIES, SHORT) says what its greenlight asks for;"
              + " without one it is a FEATURE. Vision and shooting days may come later.")
  FilmView create(@Valid @RequestBody NewFilm film, Viewer viewer) {
    Film created =
        new Film(
            film.id(),
            film.title().strip(),
            kind(film.kind()),
            currency(film.currency()),
            Phase.DEVELOPMENT,
            film.vision(),
            null,
            film.shootingDays() == null ? 0 : film.shootingDays(),
            0);
    return view(administration.create(created, viewer));
  }

  @GetMapping
  @Operation(summary = "The films on whose team you are, in order of their ids")
  Page<FilmView> all(Paging paging, Viewer viewer) {
    return Page.of(films.seenBy(viewer, paging.limit(), paging.offset()), paging, this::view);
  }

  @GetMapping("/{film}")
  @Operation(summary = "One film")
  FilmView one(Film film) {
    return view(film);
  }

  @PutMapping("/{film}/shooting")
  @Operation(
      summary = "Set the shooting days planned and completed",
      description =
          "For the film's producers, co-executive and executive producers. Both figures are needed. Days"
              + " are completed once the film is greenlit, as many as its schedule has had until today;"
              + " while a greenlight stands, fewer are not planned.")
  FilmView shooting(
      @PathVariable String film, @Valid @RequestBody Shooting shooting, Viewer viewer) {
    return view(
        administration.setShootingDays(
            film, shooting.shootingDays(), shooting.shootingDaysCompleted(), viewer));
  }

  @GetMapping("/{film}/team")
  @Operation(summary = "The film's team, past and future members included")
  List<TeamMember> team(Film film) {
    return films.team(film.id());
  }

  @PostMapping("/{film}/team")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      summary = "Put a person on the film's team",
      description =
          "For administrators and the film's executive producer. Without \"from\" it holds from today"
              + " (UTC), without \"to\" until further notice. A producer's role of any level can be for"
              + " MONEY or CREATIVE alone; without \"scope\" it is for everything (ALL).")
  TeamMember join(@PathVariable String film, @Valid @RequestBody NewMember member, Viewer viewer) {
    LocalDate from = member.from() == null ? LocalDate.now(clock) : member.from();
    requireCalendarYear("from", from);
    requireCalendarYear("to", member.to());
    TeamMember joining =
        new TeamMember(
            film, member.person(), role(member.role()), from, member.to(), scope(member.scope()));
    return administration.join(joining, viewer);
  }

  @DeleteMapping("/{film}/team/{person}/{role}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      summary = "End a person's role on the film's team, now",
      description = "For administrators and the film's executive producer.")
  void leave(
      @PathVariable String film,
      @PathVariable String person,
      @PathVariable("role") String roleId,
      Viewer viewer) {
    administration.leave(film, person, role(roleId), viewer);
  }

  private FilmView view(Film film) {
    return new FilmView(film, spending.hold(film).isEmpty());
  }

  private static void requireCalendarYear(String field, LocalDate day) {
    if (day != null && (day.getYear() < 1900 || day.getYear() > 9999)) {
      throw invalid(field, "has to be a day from 1900-01-01 to 9999-12-31.");
    }
  }

  private static Role role(String id) {
    return Role.ofId(id)
        .orElseThrow(
            () ->
                invalid(
                    "role",
                    "is no role on a team; there are %s.",
                    Arrays.stream(Role.values()).map(Role::id).collect(Collectors.joining(", "))));
  }

  private static Scope scope(String name) {
    return name == null ? Scope.ALL : Inputs.of(Map.of("scope", name)).oneOf("scope", Scope.class);
  }

  private static FilmKind kind(String name) {
    return name == null
        ? FilmKind.FEATURE
        : Inputs.of(Map.of("kind", name)).oneOf("kind", FilmKind.class);
  }

  private static Currency currency(String code) {
    try {
      Currency currency = Currency.getInstance(code);
      if (currency.getDefaultFractionDigits() >= 0) {
        return currency;
      }
    } catch (IllegalArgumentException unknown) {
      // refused below, with the codes that are no money
    }
    throw invalid("currency", "has to be an ISO 4217 code, as in USD.");
  }
}
