package film.finalsay.engine.people;

import java.util.regex.Pattern;

/** What people call themselves, without characters that would show it as something else. */
public final class PersonName {

  /** Controls, line breaks, marks of direction or without a width, and half characters. */
  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]+");

  private PersonName() {}

  public static String plain(String name) {
    return name == null ? null : UNSEEN.matcher(name).replaceAll(" ").strip();
  }

  static boolean isPlain(String name) {
    return name == null || !UNSEEN.matcher(name).find();
  }
}
