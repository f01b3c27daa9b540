package film.finalsay.greenlight.conditions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Inputs;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Conditions as a script, a form or a person writes them. */
class ConditionListTest {

  private static final LocalDate TODAY = LocalDate.of(2027, 1, 31);
  private static final String LINE = "The bond is signed | producer | The bond | 2027-02-01";

  @Test
  void linesAndJsonSayTheSame() {
    String json =
        """
        [{"wording": "The bond is signed", "owner": "producer", "evidence": "The bond", "due": "2027-02-01"}]""";
    assertThat(read(LINE))
        .isEqualTo(read(json))
        .containsExactly(
            new NewCondition(
                "The bond is signed", "producer", "The bond", LocalDate.of(2027, 2, 1)));
    assertThat(read("\n" + LINE + "\r\n\n" + LINE)).hasSize(2);
  }

  @Test
  void oneToFortyFit() {
    assertThat(read(String.join("\n", Collections.nCopies(40, LINE)))).hasSize(40);
    refused(String.join("\n", Collections.nCopies(41, LINE)), "has 41 conditions; 1 to 40");
    refused("[]", "has 0 conditions");
    refused("  ", "is missing");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "The bond | producer | 2027-02-01             # line 2, has 3 parts",
        " | producer | The bond | 2027-02-01          # line 2, Wording: is missing",
        "The bond | producer | | 2027-02-01           # line 2, Evidence: is missing",
        "The bond | | The bond | 2027-02-01           # line 2, Owner: is missing",
        "The bond | producer | The bond | soon        # line 2, Due: has to be a day",
        "The bond | producer | The bond | 2027-01-30  # line 2, Due: has to be a day from 2027-01-31",
        "The bond | producer | The bond | 2037-02-01  # line 2, Due: has to be a day from"
      })
  void theLineAtFaultIsNamed(String line, String why) {
    refused(LINE + "\n" + line, why);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "[{\"wording\": 1.5}]          # line 1, Due: is missing",
        "[null]                        # line 1, has to be an object",
        "[[]]                          # is no JSON array of objects",
        "[{\"wording\":                # is no JSON array of objects",
        "[{\"due\": {}}]               # line 1, Due: has to be a text"
      })
  void brokenJsonIsRefused(String json, String why) {
    refused(json, why);
  }

  private static List<NewCondition> read(String sent) {
    return ConditionList.read(Inputs.of(Map.of("conditions", sent)), TODAY);
  }

  private static void refused(String sent, String why) {
    assertThatThrownBy(() -> read(sent))
        .isInstanceOfSatisfying(
            BusinessRuleException.class,
            refusal -> assertThat(refusal.field()).isEqualTo("conditions"))
        .hasMessageContaining(why);
  }
}
