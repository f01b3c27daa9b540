package film.finalsay.film.web;

import static film.finalsay.approval.BusinessRuleException.notFound;

import film.finalsay.film.CompletionBond;
import film.finalsay.film.CompletionBonds;
import film.finalsay.film.Film;
import film.finalsay.film.Viewer;
import film.finalsay.web.Sent;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/films/{film}/completion-bond")
@Tag(name = "Films")
class CompletionBondController {

  private final CompletionBonds bonds;

  CompletionBondController(CompletionBonds bonds) {
    this.bonds = bonds;
  }

  record NewBond(@NotNull LocalDate inForceFrom) {}

  @GetMapping
  @Operation(summary = "From when on the completion bond is in force")
  CompletionBond one(Film film) {
    return bonds
        .of(film.id())
        .orElseThrow(
            () ->
                notFound(
                    "Nobody has said from when on the bond of %s is in force.", film.inWords()));
  }

  @PutMapping
  @Operation(
      summary = "Say from when on the completion bond is in force",
      description =
          "For the film's producers, co-executive and executive producers. The guarantor is asked for"
              + " its consent from that day on; while no day is on file, from the greenlight on. Once"
              + " the film is greenlit, the day is not put off.")
  CompletionBond set(Film film, @RequestBody Sent<NewBond> bond, Viewer viewer) {
    return bonds.set(film.id(), bond.fields(), viewer.person());
  }
}
