package film.finalsay.schedule.lock;

import static film.finalsay.approval.BusinessRuleException.conflict;
import static film.finalsay.approval.BusinessRuleException.invalid;

import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.GreenlightPart;
import film.finalsay.approval.Role;
import film.finalsay.consent.GreenlightConsents;
import film.finalsay.film.Film;
import film.finalsay.register.Asking;
import film.finalsay.register.Case;
import film.finalsay.register.Content;
import film.finalsay.register.Declaration;
import film.finalsay.register.Declaration.Trait;
import film.finalsay.register.RequestKind;
import film.finalsay.register.Submission;
import film.finalsay.schedule.Schedule;
import film.finalsay.schedule.ScheduleContent;
import film.finalsay.schedule.Schedules;
import film.finalsay.schedule.report.ShootingProgress;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Asks to lock a version of the schedule: its days are the film's days planned from then on. Only
 * the executive producer's own answer locks it, once the director and the first assistant director
 * were heard, and once the film is greenlit, with the consents of the parties to the greenlight.
 */
@Component
class ScheduleLockRequest implements RequestKind {

  private static final String VERSION = "version";
  private static final String NOTE = "note";

  private final Schedules schedules;
  private final ScheduleContent contents;
  private final ShootingProgress progress;
  private final GreenlightConsents consents;

  ScheduleLockRequest(
      Schedules schedules,
      ScheduleContent contents,
      ShootingProgress progress,
      GreenlightConsents consents) {
    this.schedules = schedules;
    this.contents = contents;
    this.progress = progress;
    this.consents = consents;
  }

  @Override
  public Declaration declared() {
    return Declaration.of(ApprovalKind.SCHEDULE_LOCK, "SB", Trait.ONE_AT_A_TIME, Trait.ENDORSED)
        .changing(Set.of(ApprovalKind.SCHEDULE_LOCK.name()));
  }

  @Override
  public Submission submit(Asking asking) {
    Film film = asking.film();
    int number =
        asking
            .sent()
            .optionalOrdinal(VERSION)
            .orElseThrow(
                () -> invalid(VERSION, "is missing; the number of a schedule version is needed."));
    String note = asking.sent().optionalLongText(NOTE).orElse("");
    Schedule schedule = contents.version(film, VERSION, number);
    requireLockable(film, schedule);
    Content content =
        contents.of(film, schedule).with(VERSION, number).with(NOTE, note.isEmpty() ? null : note);
    return Submission.of(
            "Lock version %d of the schedule of %s: %s"
                .formatted(number, film.title(), schedule.inWords()),
            null,
            content)
        .doing(
            "Version %d would be the schedule by which %s is shot, with %d shooting days planned."
                .formatted(number, film.title(), schedule.days().size()));
  }

  @Override
  public Set<Role> consulted(Case request) {
    return EnumSet.of(Role.DIRECTOR, Role.FIRST_ASSISTANT_DIRECTOR);
  }

  @Override
  public List<Role> rolesAsked(Case request) {
    return consents.after(RequestKind.super.rolesAsked(request), request);
  }

  @Override
  public Set<Role> consents(Case request) {
    return consents.required(request);
  }

  @Override
  public Optional<GreenlightPart> changes(Case request) {
    return Optional.of(GreenlightPart.SCHEDULE);
  }

  @Override
  public Map<String, Object> fields(Case request) {
    Map<String, Object> fields = new HashMap<>();
    fields.put(VERSION, request.content().number(VERSION));
    fields.put(NOTE, request.content().find(NOTE).orElse(null));
    return fields;
  }

  @Override
  public Map<String, String> brief(Case request) {
    return Map.of("consentsText", consents.inWords(request));
  }

  @Override
  public Map<String, String> apply(Case request) {
    Film film = request.film();
    Schedule schedule = contents.version(film, VERSION, request.content().number(VERSION));
    requireLockable(film, schedule);
    contents.requireAsFiled(request, schedule);
    schedules.lock(film, schedule.version(), request.key());
    progress.recount(film, request.key(), null, null);
    return contents.done(schedule);
  }

  /**
   * @throws BusinessRuleException (conflict) if it counts already, or has what cannot be shot, or
   *     leaves out a day that was
   */
  private void requireLockable(Film film, Schedule schedule) {
    if (schedules
        .locked(film)
        .filter(locked -> locked.version() == schedule.version())
        .isPresent()) {
      throw conflict("Version %d of the schedule is locked already.", schedule.version());
    }
    contents.requireShootable(film, schedule, progress.reported(film));
  }
}
