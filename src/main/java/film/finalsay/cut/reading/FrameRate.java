package film.finalsay.cut.reading;

import static film.finalsay.approval.BusinessRuleException.invalid;

import film.finalsay.approval.BusinessRuleException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** How many frames a second has. Those of NTSC are a thousandth slower than they count. */
public enum FrameRate {
  FPS_23_976("23.976", 24, 1001),
  FPS_24("24", 24, 1000),
  FPS_25("25", 25, 1000),
  FPS_29_97("29.97", 30, 1001),
  FPS_30("30", 30, 1000),
  FPS_47_952("47.952", 48, 1001),
  FPS_48("48", 48, 1000),
  FPS_50("50", 50, 1000),
  FPS_59_94("59.94", 60, 1001),
  FPS_60("60", 60, 1000);

  private static final String ALSO_CALLED_23_976 = "23.98";

  private final String text;
  private final int counted;
  private final int divisor;

  FrameRate(String text, int counted, int divisor) {
    this.text = text;
    this.counted = counted;
    this.divisor = divisor;
  }

  /**
   * @param sent a text or a number, such as {@code 23.976}
   * @throws BusinessRuleException (invalid) naming the field if it is none of those there are
   */
  public static FrameRate sent(String field, Object sent) {
    String plain = Objects.toString(sent, "").strip().replaceFirst("\\.0$", "");
    return Arrays.stream(values())
        .filter(rate -> rate.text.equals(plain))
        .findFirst()
        .or(() -> plain.equals(ALSO_CALLED_23_976) ? Optional.of(FPS_23_976) : Optional.empty())
        .orElseThrow(
            () ->
                invalid(
                    field,
                    "has to be one of %s.",
                    Arrays.stream(values())
                        .map(rate -> rate.text)
                        .collect(Collectors.joining(", "))));
  }

  /** As it is written: {@code 29.97}. */
  public String text() {
    return text;
  }

  /** How many frames the seconds of a timecode have: 24 of 23.976. */
  int counted() {
    return counted;
  }

  /** Frames that a timecode leaves out at most minutes to keep up with the clock; 0 if none. */
  int dropped() {
    return divisor == 1001 && counted % 30 == 0 ? counted / 15 : 0;
  }

  /** How long so many frames run, in milliseconds, rounded down. */
  public long milliseconds(long frames) {
    return frames * divisor / counted;
  }

  /** Frames in a second as they run. */
  double perSecond() {
    return counted * 1000.0 / divisor;
  }
}
