package film.finalsay.approval;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * A person or a company as a contract names them. Who writes {@code Berg, Ída} means the same one
 * as who writes {@code ida berg}: what counts for one person is not lowered by another spelling.
 */
public final class FullName {

  private FullName() {}

  /** What all spellings of a name have in common: its words without marks, in one order. */
  public static String folded(String name) {
    String plain =
        Normalizer.normalize(LoginName.folded(name), Normalizer.Form.NFKD)
            .replaceAll("\\p{M}+", "")
            .replaceAll("[^\\p{L}\\p{N}]+", " ")
            .strip();
    return Arrays.stream(plain.split(" ")).sorted().collect(Collectors.joining(" "));
  }

  /** Whether two names are of one person; of two that are nobody's, they are not. */
  public static boolean same(String one, String other) {
    return one != null && other != null && folded(one).equals(folded(other));
  }
}
