package film.finalsay.schedule.reading;

import static film.finalsay.schedule.TimeOfDay.DAY;
import static film.finalsay.schedule.TimeOfDay.NIGHT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.film.FilmScripts.SceneSummary;
import film.finalsay.schedule.Strip;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One-liners as scheduling software prints them: understood, or refused by their line. */
class OneLineScheduleTest {

  private static final LocalDate MONDAY = LocalDate.of(2027, 3, 1);
  private static final List<SceneSummary> SCRIPT =
      List.of(
          new SceneSummary("1", false),
          new SceneSummary("2", false),
          new SceneSummary("2A", false),
          new SceneSummary("3", true),
          new SceneSummary("4", false));

  private static final String HEADER = "date,unit,location,scenes,pages,cast,D/N\n";

  @Test
  void aStripALineWithItsDayInAColumn() {
    assertThat(
            read(
                HEADER
                    + "2027-03-01,Main,Old harbour,\"1, 2\",1 3/8,\"1, 2\",Night\n"
                    + "2027-03-02,Second,Lighthouse,2A,2/8,,D\n"))
        .containsExactly(
            new Strip(MONDAY, "Main", "Old harbour", "1,2", 11, "1,2", NIGHT),
            new Strip(MONDAY.plusDays(1), "Second", "Lighthouse", "2A", 2, "", DAY));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sheet #;Scenes;I/E;Set;D/N;Pages;Cast ID(s)\n"
            + "12;1, 2;EXT;HARBOUR;Night;1 3/8;1, 2\n"
            + "13;2A;INT;LIGHTHOUSE;Day;2/8;\n"
            + "End of Shooting Day 1 -- Monday, March 1, 2027 -- Total Pages: 1 5/8;;;;;;\n",
        "Scene No.\tSet\tLocation\tDay/Night\tPage Count\tCast #\n"
            + "Day 1 - Mon, Mar 1, 2027\t\t\t\t\t\n"
            + "1-2\tQUAY\tHARBOUR\tNIGHT\t1 3/8\t1. 2\n"
            + "Company move to the island\t\t\t\t\t\n"
            + "2Apt1\tSTAIRS\tLIGHTHOUSE\tDay\t2/8\t\n"
            + "Total pages: 1 5/8\t\t\t\t\t\n",
        "Shoot Date,Scenes,Set,D/N,Eighths,Cast\n"
            + "1 March 2027,1 & 2,HARBOUR,N,11,\"1,2\"\n"
            + "1 March 2027,2a,LIGHTHOUSE,D,2,\n",
      })
  void otherWaysToPrintTheSame(String file) {
    assertThat(read(file))
        .containsExactly(
            new Strip(MONDAY, "Main", "HARBOUR", "1,2", 11, "1,2", NIGHT),
            new Strip(MONDAY, "Main", "LIGHTHOUSE", "2A", 2, "", DAY));
  }

  @Test
  void aRangeLeavesOutWhatIsOmitted() {
    assertThat(read(HEADER + "2027-03-01,Main,Quay,2-4,1,,D\n"))
        .extracting(Strip::scenes)
        .containsExactly("2,2A,4");
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "2027-03-01,Main,Quay,9,1,,D | line 2: the locked script has no scene \"9\".",
        "2027-03-01,Main,Quay,3,1,,D | line 2: scene 3 is omitted in the locked script.",
        "2027-03-01,Main,Quay,4-2,1,,D | line 2: scene 4 comes after scene 2 in the locked script.",
        "2027-03-01,Main,Quay,,1,,D | line 2: \"scenes\" is missing",
        "2027-03-01,Main,,1,1,,D | line 2: \"location\" is missing",
        "2027-03-01,Main,Quay,1,8-Feb,,D | line 2: \"pages\" has to be pages and eighths",
        "2027-03-01,Main,Quay,1,0,,D | line 2: \"pages\" has to be pages and eighths",
        "2027-03-01,Main,Quay,1,1 8/8,,D | line 2: \"pages\" has to be pages and eighths",
        "2027-03-01,Main,Quay,1,1,Nova,D | line 2: \"cast\" has to be cast numbers",
        "2027-03-01,Main,Quay,1,1,,Soon | line 2: \"D/N\" has to be day, night, dawn or dusk.",
        "3/1/2027,Main,Quay,1,1,,D | line 2: names no day that there is",
        "2027-02-30,Main,Quay,1,1,,D | line 2: names no day that there is",
        "\"Tuesday, March 1, 2027\",Main,Quay,1,1,,D | line 2: names no day that there is",
        ",Main,Quay,1,1,,D | line 2: has no day",
        "2027-03-01,Main,Quay,1,1,,D,more | line 2: has 8 columns instead of 7.",
      })
  void aLineThatIsNotUnderstoodIsRefused(String line, String refusal) {
    assertThatThrownBy(() -> read(HEADER + line + "\n"))
        .isInstanceOf(BusinessRuleException.class)
        .hasMessageContaining(refusal);
  }

  @Test
  void aPrintedTotalIsHeldAgainstTheStrips() {
    assertThatThrownBy(
            () ->
                read(
                    HEADER
                        + "2027-03-01,Main,Quay,1,1 3/8,,D\n"
                        + "\"End of Day 1, 2027-03-01, Total Pages: 1 4/8\"\n"))
        .hasMessageContaining("line 3: says 1 4/8 pages, and the strips above it add up to 1 3/8.");
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "'' | line 1: the file is empty",
        "date,unit,location,pages,D/N | line 1: lacks the column \"scenes\"",
        "date,scenes,location,pages,D/N,Weather | line 1: has to be a header",
        "date,scenes,location,pages,pages,D/N | line 1: has two columns for \"pages\"",
        "date,scenes,location,pages,D/N | line 1: no scene is scheduled under the header.",
        "PK\u0003\u0004 | line 1: the file is an Excel workbook",
      })
  void aFileThatIsNoScheduleIsRefused(String file, String refusal) {
    assertThatThrownBy(() -> read(file.equals("''") ? "" : file)).hasMessageContaining(refusal);
  }

  private static List<Strip> read(String file) {
    return OneLineSchedule.read(file.getBytes(StandardCharsets.UTF_8), SCRIPT);
  }
}
