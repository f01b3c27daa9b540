package film.finalsay.schedule.report;

import film.finalsay.approval.Fingerprint;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What was shot on a day of the locked schedule.
 *
 * @param scenes numbers of the locked script, separated by commas; empty if none was done
 * @param eighths of a page, 0 or more; 0 if nothing was shot
 * @param minutes that what was shot runs on the screen, 0 or more
 * @param wrapped when work ended, as HH:MM by the clock at the place
 * @param incidents empty if there were none
 * @param countersignedBy null until another person has countersigned it
 * @param countersignedAt null as long
 */
public record ProductionReport(
    LocalDate shootingDate,
    String scenes,
    int eighths,
    int minutes,
    String wrapped,
    String incidents,
    String enteredBy,
    Instant enteredAt,
    String countersignedBy,
    Instant countersignedAt) {

  public List<String> sceneNumbers() {
    return scenes.isEmpty() ? List.of() : List.of(scenes.split(","));
  }

  public boolean isCountersigned() {
    return countersignedAt != null;
  }

  /** Of what is countersigned. */
  public String sha256() {
    return Fingerprint.of(facts());
  }

  Map<String, String> facts() {
    Map<String, String> facts = new HashMap<>();
    facts.put("day", shootingDate.toString());
    facts.put("scenes", scenes);
    facts.put("eighths", String.valueOf(eighths));
    facts.put("minutes", String.valueOf(minutes));
    facts.put("wrapped", wrapped);
    facts.put("incidents", incidents);
    facts.put("enteredBy", enteredBy);
    return facts;
  }
}
