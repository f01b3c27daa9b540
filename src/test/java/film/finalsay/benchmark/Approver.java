package film.finalsay.benchmark;

import film.finalsay.approval.Role;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Whose task list is measured: on the teams of five films of 200, and in ten groups. */
final class Approver {

  static final int ALL_FILMS = 200;

  static final String ID = "approver1";

  /** All roles, and two groups that the office has for something else. */
  static final List<String> GROUPS =
      Stream.concat(Arrays.stream(Role.values()).map(Role::id), Stream.of("accounting", "legal"))
          .toList();

  static final List<String> FILMS =
      IntStream.range(0, 5).mapToObj(i -> "F" + i * (ALL_FILMS / 5)).toList();

  private Approver() {}

  /** The SQL expression for the film of copy {@code s.n}: all in turn. */
  static String filmOfCopy() {
    return "'F' || mod(s.n, %d)".formatted(ALL_FILMS);
  }
}
