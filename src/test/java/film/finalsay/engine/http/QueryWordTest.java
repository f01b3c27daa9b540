package film.finalsay.engine.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import film.finalsay.approval.BusinessRuleException;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.joda.time.DateTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryWordTest {

  @AfterEach
  void goOn() {
    ClockUtil.reset();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${currentUser()}",
        " #{ currentUserGroups() } ",
        "${now()}",
        "${dateTime()}",
        "${dateTime().plusDays(7)}",
        "${ dateTime().minusYears(1).plusHours( 3 ) }"
      })
  void someWordsHaveAMeaning(String text) {
    assertThat(QueryWord.isOne(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "exec1",
        "${}",
        "${''.getClass()}",
        "${currentUser().getClass()}",
        "${currentUser()}${now()}",
        "${now().getClass()}",
        "${dateTime().plusDays(-1)}",
        "${dateTime().plusDays(99999)}",
        "${dateTime().plusDays(dateTime())}",
        "${dateTime().plusDays(7).getClass()}",
        "${dateTime().toDate()}",
        "${currentUser\n()}",
        "${taskService}"
      })
  void nothingElseHas(String text) {
    assertThat(QueryWord.isOne(text)).isFalse();
    assertThatThrownBy(() -> QueryWord.meaning(text))
        .isInstanceOf(BusinessRuleException.class)
        .hasMessageContaining("is not evaluated");
  }

  @Test
  void aTimeIsCountedFromNow() {
    Date now = Date.from(Instant.parse("2027-01-31T10:00:00Z"));
    ClockUtil.setCurrentTime(now);

    assertThat(QueryWord.meaning("${now()}")).isEqualTo(now);
    assertThat(QueryWord.meaning("${dateTime()}")).isEqualTo(new DateTime(now));
    assertThat(QueryWord.meaning("${dateTime().plusWeeks(2).minusDays(1)}"))
        .isEqualTo(new DateTime(now).plusDays(13));
    assertThat(QueryWord.meaning("${dateTime().plusMonths(1).minusYears(2).plusHours(5)}"))
        .isEqualTo(new DateTime(now).plusMonths(1).minusYears(2).plusHours(5));
  }

  @ParameterizedTest
  @CsvSource({
    "assigneeExpression, ${currentUser()}, true",
    "taskAssigneeExpression, ${currentUser()}, true",
    "assigneeExpression, ${now()}, false",
    "assigneeExpression, ${currentUserGroups()}, false",
    "candidateGroupsExpression, ${currentUserGroups()}, true",
    "taskCandidateGroupInExpression, ${currentUserGroups()}, true",
    "candidateGroupsExpression, ${dateTime()}, false",
    "dueBeforeExpression, ${dateTime().plusDays(7)}, true",
    "taskCreatedAfterExpression, ${now()}, true",
    "followUpBeforeOrNotExistentExpression, ${now()}, true",
    "dueBeforeExpression, ${currentUser()}, false",
    "dueBeforeExpression, ${1/0}, false"
  })
  void eachFieldTakesWordsOfItsKind(String field, String text, boolean fits) {
    assertThat(QueryWord.fits(field, text)).isEqualTo(fits);
  }
}
