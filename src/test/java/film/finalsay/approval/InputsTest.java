package film.finalsay.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What callers send, in all the types they send it in. */
class InputsTest {

  private static final Currency USD = Currency.getInstance("USD");

  static Stream<Arguments> amountsThatAreMeant() {
    return Stream.of(
        Arguments.of("8000.00", 800_000L),
        Arguments.of(" 8000.5 ", 800_050L),
        Arguments.of("8000.5000", 800_050L),
        Arguments.of(8000, 800_000L),
        Arguments.of(8000L, 800_000L),
        Arguments.of(8000.10, 800_010L),
        Arguments.of(1.0E7, 1_000_000_000L),
        Arguments.of("0.01", 1L),
        Arguments.of("999999999999.99", Money.MAX_MINOR));
  }

  @ParameterizedTest
  @MethodSource
  void amountsThatAreMeant(Object sent, long cents) {
    assertThat(Inputs.of(Map.of("amount", sent)).money("amount", USD).minor()).isEqualTo(cents);
  }

  static Stream<Object> amountsThatAreRefused() {
    return Stream.of(
        "",
        " ",
        "-1",
        "0",
        "0.00",
        "0.001",
        "1e3",
        "1,000",
        "1 000",
        "$5",
        "NaN",
        "Infinity",
        "0x10",
        "１２",
        "1000000000000.00",
        "9".repeat(30),
        0,
        -5,
        -0.01,
        0.001,
        1e30,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        true,
        List.of(1),
        Map.of("a", 1));
  }

  @ParameterizedTest
  @MethodSource
  void amountsThatAreRefused(Object sent) {
    assertThatThrownBy(() -> Inputs.of(Map.of("amount", sent)).money("amount", USD))
        .isInstanceOfSatisfying(
            BusinessRuleException.class,
            refusal -> {
              assertThat(refusal.kind()).isEqualTo(BusinessRuleException.Kind.INVALID);
              assertThat(refusal.field()).isEqualTo("amount");
              assertThat(refusal).hasMessageStartingWith("Amount: ");
            });
  }

  @Test
  void whatIsMissingIsNamed() {
    Inputs nothing = Inputs.of(Collections.singletonMap("reason", null));
    assertThatThrownBy(() -> nothing.text("reason", 10))
        .hasMessage("Reason: is missing; a text is needed.");
    assertThat(nothing.optionalMoney("amount", USD)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"2027-02-29", "27-01-01", "2027-1-1", "tomorrow", "2027-01-01T00:00:00Z"})
  void daysThatAreNone(String text) {
    assertThatThrownBy(() -> Inputs.of(Map.of("day", text)).optionalDate("day"))
        .hasMessageContaining("YYYY-MM-DD");
  }

  @ParameterizedTest
  @CsvSource({"0", "-1", "1.5", "10000", "one"})
  void versionsThatAreNone(String text) {
    assertThatThrownBy(() -> Inputs.of(Map.of("version", text)).optionalOrdinal("version"))
        .isInstanceOf(BusinessRuleException.class);
  }

  @Test
  void textsAreStrippedMeasuredAndPlain() {
    assertThat(Inputs.of(Map.of("text", "  ten chars  ")).text("text", 9)).isEqualTo("ten chars");
    assertThatThrownBy(() -> Inputs.of(Map.of("text", "ten chars!")).text("text", 9))
        .hasMessage("Text: has 10 characters; at most 9 fit.");
    assertThatThrownBy(() -> Inputs.of(Map.of("text", "a\u0000b")).text("text", 9))
        .hasMessage(
            "Text: contains the character U+0000 (NULL); write it in one line of plain text.");
  }

  @Test
  void onlyWhatIsWrittenInLinesHasSeveral() {
    Inputs sent = Inputs.of(Map.of("text", "one\ntwo"));
    assertThat(sent.lines("text", 9)).isEqualTo("one\ntwo");
    assertThat(sent.longText("text")).isEqualTo("one\ntwo");
    assertThatThrownBy(() -> sent.text("text", 9)).hasMessageContaining("U+000A");
  }

  @ParameterizedTest
  @ValueSource(
      ints = {0x7, 0x7F, 0x85, 0x61C, 0x200E, 0x200F, 0x2028, 0x202E, 0x2066, 0x2069, 0xD800})
  void nothingIsTakenThatActsWithoutBeingSeen(int character) {
    Inputs sent = Inputs.of(Map.of("text", "a" + (char) character + "b"));
    String named = "U+%04X".formatted(character);
    assertThatThrownBy(() -> sent.text("text", 9)).hasMessageContaining(named);
    assertThatThrownBy(() -> sent.lines("text", 9)).hasMessageContaining(named);
    assertThatThrownBy(() -> sent.longText("text")).hasMessageContaining(named);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "é", "e\u0301", "😀", "👍🏽", "👨‍👩", "字"})
  void aLongTextIsMeasuredAsPeopleCount(String one) {
    String longest = one.repeat(4000 * 4 / Math.max(4, one.length()));
    String tooLong = one.repeat(4001);
    assertThat(Inputs.of(Map.of("text", longest)).longText("text")).isEqualTo(longest);
    assertThatThrownBy(() -> Inputs.of(Map.of("text", tooLong)).longText("text"))
        .hasMessageContaining("characters; at most");
  }

  @Test
  void aLineEndIsOneCharacterHoweverItIsWritten() {
    String lines = "a\r\n".repeat(1999) + "ab";
    assertThat(PlainText.length(lines)).isEqualTo(4000);
    assertThat(Inputs.of(Map.of("text", lines)).longText("text")).isEqualTo(lines);
  }

  @Test
  void choicesAreNamed() {
    assertThatThrownBy(() -> Inputs.of(Map.of("kind", "transfer")).oneOf("kind", Outcome.class))
        .hasMessageContaining("APPROVE, APPROVE_WITH_CONDITIONS");
  }
}
