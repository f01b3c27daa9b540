package film.finalsay.cut.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Times at their rate, to the frame. */
class TimecodeTest {

  @ParameterizedTest
  @CsvSource({
    "00:00:00:00, 24, 0",
    "00:00:00:23, 24, 23",
    "00:00:01:00, 23.976, 24",
    "01:00:00:00, 25, 90000",
    "00:01:00:00, 29.97, 1800",
    "00:00:59;29, 29.97, 1799",
    "00:01:00;02, 29.97, 1800",
    "00:10:00;00, 29.97, 17982",
    "01:00:00;00, 29.97, 107892",
    "00:01:00;04, 59.94, 3600",
    "23:59:59:59, 60, 5183999",
  })
  void aTimeIsSoManyFrames(String time, String rate, long frames) {
    assertThat(Timecode.frames("time", time, FrameRate.sent("rate", rate))).isEqualTo(frames);
  }

  @ParameterizedTest
  @CsvSource({
    "00:00:00:24, 24, frame 24",
    "00:00:00:24, 23.976, from 0 to 23",
    "00:00:00:30, 29.97, from 0 to 29",
    "00:00:60:00, 24, is no time",
    "00:60:00:00, 24, is no time",
    "24:00:00:00, 24, is no time",
    "00:01:00;00, 29.97, is dropped",
    "00:01:00;01, 29.97, is dropped",
    "00:00:01;00, 24, drops frames",
    "00:00:01, 24, hh:mm:ss:ff",
    "'', 24, hh:mm:ss:ff",
  })
  void aTimeThatThereIsNotIsRefused(String time, String rate, String why) {
    assertThatThrownBy(() -> Timecode.frames("time", time, FrameRate.sent("rate", rate)))
        .hasMessageContaining(why);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "23", "24.5", "29.970", "NaN", "-24", "60000"})
  void aRateThatThereIsNotIsRefused(String rate) {
    assertThatThrownBy(() -> FrameRate.sent("frameRate", rate))
        .hasMessageContaining("23.976, 24, 25, 29.97");
  }

  @Test
  void aRateIsReadByItsMeaning() {
    assertThat(FrameRate.sent("frameRate", 24)).isEqualTo(FrameRate.FPS_24);
    assertThat(FrameRate.sent("frameRate", 23.976)).isEqualTo(FrameRate.FPS_23_976);
    assertThat(FrameRate.sent("frameRate", 24.0)).isEqualTo(FrameRate.FPS_24);
    assertThat(FrameRate.sent("frameRate", " 23.98 ")).isEqualTo(FrameRate.FPS_23_976);
  }

  @Test
  void framesAreWrittenAsATimeAndRunAtTheirRate() {
    assertThat(Timecode.written(147_132, FrameRate.FPS_24)).isEqualTo("01:42:10:12");
    assertThat(Timecode.written(-25, FrameRate.FPS_24)).isEqualTo("-00:00:01:01");
    assertThat(FrameRate.FPS_24.milliseconds(24 * 60)).isEqualTo(60_000);
    assertThat(FrameRate.FPS_23_976.milliseconds(24 * 60)).isEqualTo(60_060);
  }
}
