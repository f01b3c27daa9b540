package film.finalsay.engine.model;

import film.finalsay.approval.BusinessRuleException;
import java.util.Date;
import org.camunda.bpm.engine.impl.calendar.BusinessCalendarManager;
import org.camunda.bpm.engine.impl.calendar.CycleBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.DueDateBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.DurationBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.MapBusinessCalendarManager;

/** The engine's timers, held to {@link TimerRules} also where a process says when while it runs. */
final class Timers {

  private static final class Cycles extends CycleBusinessCalendar {

    @Override
    public Date resolveDuedate(String time, Date start, long offset) {
      requireReasonable(time);
      return super.resolveDuedate(time, start, offset);
    }
  }

  private static final class Durations extends DurationBusinessCalendar {

    @Override
    public Date resolveDuedate(String time, Date start) {
      requireReasonable(time);
      return super.resolveDuedate(time, start);
    }
  }

  private Timers() {}

  static BusinessCalendarManager calendars() {
    MapBusinessCalendarManager calendars = new MapBusinessCalendarManager();
    calendars.addBusinessCalendar(DurationBusinessCalendar.NAME, new Durations());
    calendars.addBusinessCalendar(DueDateBusinessCalendar.NAME, new DueDateBusinessCalendar());
    calendars.addBusinessCalendar(CycleBusinessCalendar.NAME, new Cycles());
    return calendars;
  }

  private static void requireReasonable(String time) {
    TimerRules.flaw(time)
        .ifPresent(
            flaw -> {
              throw BusinessRuleException.conflict("A timer of the process %s.", flaw);
            });
  }
}
