package film.finalsay.engine.model;

import static film.finalsay.engine.model.XmlModel.text;

import film.finalsay.approval.BusinessRuleException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.datatype.DatatypeFactory;
import org.camunda.bpm.engine.impl.calendar.BusinessCalendarManager;
import org.camunda.bpm.engine.impl.calendar.CycleBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.DateTimeUtil;
import org.camunda.bpm.engine.impl.calendar.DueDateBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.DurationBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.MapBusinessCalendarManager;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.w3c.dom.Element;

/**
 * How often a timer may go off. The engine walks to the next time from the first, one period after
 * the other; a period of nothing it would walk for ever.
 */
final class TimerRules {

  private static final Duration SHORTEST = Duration.ofMinutes(1);

  /** More than one a minute for ten years, walked in seconds. */
  private static final long MOST_STEPS = 6_000_000;

  private static final String RETRIES = "failedJobRetryTimeCycle";
  private static final Set<String> TIMES = Set.of("timeCycle", "timeDuration", RETRIES);

  private TimerRules() {}

  static List<String> problems(Element element) {
    List<String> problems = new ArrayList<>();
    if (TIMES.contains(element.getLocalName())) {
      String text = text(element).strip();
      if (!ExpressionCheck.isExpression(text)) {
        flaw(text).ifPresent(problems::add);
      } else if (RETRIES.equals(element.getLocalName())) {
        problems.add("says only when it runs how often it is tried again; say it in the model");
      }
    }
    return problems;
  }

  /**
   * What is wrong with a time that repeats, in words that follow the name of the element; a time
   * that cannot be read is left to the engine.
   */
  static Optional<String> flaw(String time) {
    // several of them, by commas, say when a step is tried again
    for (String one : time.split(",")) {
      if (one.strip().startsWith("R") && !isFarApart(one.strip().split("/"))) {
        return Optional.of(
            "repeats \"%s\": at the soonest after a minute, and not from long ago"
                .formatted(one.strip()));
      }
    }
    return Optional.empty();
  }

  private static boolean isFarApart(String[] parts) {
    try {
      long now = ClockUtil.getCurrentTime().getTime();
      Date given = null;
      Long period = null;
      for (int part = 1; part < parts.length; part++) {
        if (parts[part].startsWith("P")) {
          period =
              DatatypeFactory.newInstance().newDuration(parts[part]).getTimeInMillis(new Date(now));
        } else {
          Date date = DateTimeUtil.parseDate(parts[part]);
          period = given == null ? period : Long.valueOf(date.getTime() - given.getTime());
          given = given == null ? date : given;
        }
      }
      long away = given == null ? 0 : Math.abs(now - given.getTime());
      return period == null || (period >= SHORTEST.toMillis() && away / period <= MOST_STEPS);
    } catch (Exception unreadable) {
      return true;
    }
  }

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

  /** The engine's timers, held to this also where a process says when while it runs. */
  static BusinessCalendarManager calendars() {
    MapBusinessCalendarManager calendars = new MapBusinessCalendarManager();
    calendars.addBusinessCalendar(DurationBusinessCalendar.NAME, new Durations());
    calendars.addBusinessCalendar(DueDateBusinessCalendar.NAME, new DueDateBusinessCalendar());
    calendars.addBusinessCalendar(CycleBusinessCalendar.NAME, new Cycles());
    return calendars;
  }

  private static void requireReasonable(String time) {
    flaw(time)
        .ifPresent(
            flaw -> {
              throw BusinessRuleException.conflict("A timer of the process %s.", flaw);
            });
  }
}
