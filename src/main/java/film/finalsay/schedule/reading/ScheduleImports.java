package film.finalsay.schedule.reading;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.schedule.Schedule;
import film.finalsay.schedule.Schedules;
import org.springframework.stereotype.Service;

/** Takes in one-line schedules. */
@Service
public class ScheduleImports {

  private final Schedules schedules;

  ScheduleImports(Schedules schedules) {
    this.schedules = schedules;
  }

  /**
   * @throws BusinessRuleException as for {@link Schedules#importFile}
   */
  public Schedule importFile(String filmId, byte[] csv, String person) {
    return schedules.importFile(filmId, csv, scenes -> OneLineSchedule.read(csv, scenes), person);
  }
}
