package film.finalsay.approval;

import static film.finalsay.approval.BusinessRuleException.invalid;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a person logs in with. Two logins that differ only by what the eye does not tell (capitals,
 * forms of the same letter, marks without a width) are one pair of eyes.
 */
public final class LoginName {

  /** There are letters that nobody sees. */
  private static final String SEEN = "&&[^\\u115F\\u1160\\u17B4\\u17B5\\u3164\\uFFA0]";

  private static final Pattern LOGIN =
      Pattern.compile("[\\p{L}\\p{N}%1$s][\\p{L}\\p{M}\\p{N}._@+'\\-%1$s]{0,63}".formatted(SEEN));

  /** Scripts that are written together; a word of others passes itself off as another word. */
  private static final List<Set<UnicodeScript>> TOGETHER =
      List.of(
          Set.of(
              UnicodeScript.LATIN,
              UnicodeScript.HAN,
              UnicodeScript.HIRAGANA,
              UnicodeScript.KATAKANA),
          Set.of(UnicodeScript.LATIN, UnicodeScript.HAN, UnicodeScript.HANGUL),
          Set.of(UnicodeScript.LATIN, UnicodeScript.HAN, UnicodeScript.BOPOMOFO));

  private LoginName() {}

  /**
   * @throws BusinessRuleException (invalid) saying why it is none
   */
  public static void require(String login) {
    if (!LOGIN.matcher(login).matches()) {
      throw invalid(
          "id",
          "has to begin with a letter or digit and can have . _ @ + - ' besides, at most 64 characters.");
    }
    String plain = Normalizer.normalize(login, Normalizer.Form.NFKC);
    if (!plain.equals(login)) {
      throw invalid("id", "has unusual forms of letters; write \"%s\".", plain);
    }
    Set<UnicodeScript> scripts = scripts(login);
    if (scripts.size() > 1 && TOGETHER.stream().noneMatch(some -> some.containsAll(scripts))) {
      throw invalid("id", "mixes letters of different alphabets, and could be misread.");
    }
  }

  /** What all logins have in common that are one pair of eyes. */
  public static String folded(String login) {
    // first to capitals, as some letters (ß, ſ, ς) have a small form of their own
    String oneCase =
        Normalizer.normalize(login, Normalizer.Form.NFKC)
            .toUpperCase(Locale.ROOT)
            .toLowerCase(Locale.ROOT);
    return Normalizer.normalize(oneCase, Normalizer.Form.NFKC)
        .codePoints()
        .filter(one -> UnicodeScript.of(one) != UnicodeScript.INHERITED)
        .filter(one -> Character.getType(one) != Character.FORMAT)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** Whether two logins are one pair of eyes; of two that are nobody's, they are not. */
  public static boolean same(String one, String other) {
    return one != null && other != null && folded(one).equals(folded(other));
  }

  private static Set<UnicodeScript> scripts(String login) {
    return login
        .codePoints()
        .mapToObj(UnicodeScript::of)
        .filter(script -> script != UnicodeScript.COMMON && script != UnicodeScript.INHERITED)
        .collect(Collectors.toSet());
  }
}
