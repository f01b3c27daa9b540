package film.finalsay.approval;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The forms show texts as Markdown; what people typed must come out as they typed it. */
public final class Markdown {

  /** Acts wherever it stands. */
  private static final String ANYWHERE = "[\\\\`*_{}\\[\\]<>()#+!|~@-]";

  /** Acts at the beginning of a line: of a list's number the end, and the line under a heading. */
  private static final String AT_A_BEGINNING = "(?<=^\\d{1,9})\\.|^=";

  /** Makes a character of what is written as its number or name, and a link of what is none. */
  private static final String IN_A_PLACE = "&(?=#?\\w+;)|:(?=//)|(?i)(?<=www)\\.";

  private static final Pattern SPECIAL =
      Pattern.compile(ANYWHERE + "|" + AT_A_BEGINNING + "|" + IN_A_PLACE);

  /** What a link is made of: a host that is one, and what stands behind it. */
  private static final Pattern ADDRESS =
      Pattern.compile(
          "\\b(https?://|www\\.)[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::\\d{1,5})?"
              + "(?:[/?#](?:[A-Za-z0-9._/?=&%#:@,+-]*[A-Za-z0-9/=%#-])?)?");

  private static final Pattern INDENTATION = Pattern.compile("^\\s+");
  private static final String BLANK = "\u00A0";

  private Markdown() {}

  /** The text with every mark that Markdown would act on made plain; addresses stay links. */
  public static String plain(String text) {
    return PlainText.cleaned(text)
        .lines()
        .map(Markdown::plainLine)
        .collect(Collectors.joining("\n"));
  }

  /** The same in one line, for a row of a table or of a list. */
  public static String row(String text) {
    return plainLine(PlainText.cleaned(text).strip().replaceAll("\\s*\\R\\s*", "; "));
  }

  /** One line for what a link is called: nothing in it is a link of its own. */
  public static String label(String text) {
    return marked(indented(PlainText.cleanedLine(text)));
  }

  private static String plainLine(String line) {
    StringBuilder plain = new StringBuilder();
    String text = indented(line);
    Matcher addresses = ADDRESS.matcher(text);
    int end = 0;
    while (addresses.find()) {
      plain.append(marked(text.substring(end, addresses.start()))).append(link(addresses));
      end = addresses.end();
    }
    return plain.append(marked(text.substring(end))).toString();
  }

  /** In brackets of its own, so that what follows does not become a part of it. */
  private static String link(Matcher address) {
    return address.group(1).startsWith("http")
        ? "<%s>".formatted(address.group())
        : "[%s](<http://%s>)".formatted(marked(address.group()), address.group());
  }

  private static String marked(String text) {
    return SPECIAL.matcher(text).replaceAll("\\\\$0");
  }

  /** What is set in by blanks would be taken for code. */
  private static String indented(String line) {
    return INDENTATION
        .matcher(line)
        .replaceAll(blanks -> BLANK.repeat(blanks.group().replace("\t", "    ").length()));
  }
}
