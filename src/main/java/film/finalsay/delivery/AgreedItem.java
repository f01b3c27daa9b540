package film.finalsay.delivery;

import static film.finalsay.approval.BusinessRuleException.invalid;

import film.finalsay.approval.Inputs;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * An item as it is agreed with a distributor.
 *
 * @param specification empty if none is agreed
 * @param due null if no day is agreed
 */
public record AgreedItem(String item, String specification, boolean essential, LocalDate due) {

  static final int MAX_ITEM = 100;
  static final int MAX_TEXT = 1000;

  /**
   * @throws film.finalsay.approval.BusinessRuleException (invalid) naming the field
   */
  static AgreedItem sent(Inputs row) {
    return new AgreedItem(
        row.text("item", MAX_ITEM),
        row.optionalLines("specification", MAX_TEXT).orElse(""),
        row.yesOrNo("essential"),
        day(row, "due"));
  }

  /**
   * @return null if none is named
   */
  static LocalDate day(Inputs row, String field) {
    LocalDate day = row.optionalDate(field).orElse(null);
    if (day != null && (day.getYear() < 1900 || day.getYear() > 2199)) {
      throw invalid(field, "has to be a day from 1900-01-01 to 2199-12-31.");
    }
    return day;
  }

  /**
   * What distributors usually ask for.
   *
   * @param due null if no day is agreed
   */
  static List<AgreedItem> usual(LocalDate due) {
    return Stream.of(
            usual("DCP", "2K or 4K, encrypted, with its KDMs", due),
            usual("ProRes master", "ProRes 422 HQ or 4444, native frame rate", due),
            usual("5.1 mix and M&E", "5.1 printmaster; music and effects fully filled", due),
            usual("Textless elements", "Every shot that carries a title, without it", due),
            usual("Captions", "Closed captions and dialogue list, to the locked cut", due),
            usual("Music cue sheet", "Each cue with composer, publisher, use and length", due),
            usual("Chain of title", "Every agreement from the underlying rights on", due),
            usual("E&O insurance", "Certificate naming the distributor", due),
            usual("Contracts", "Talent, crew, locations and music, signed", due),
            usual("Credits statement", "Main and end titles, with the paid ad credits", due),
            new AgreedItem("Trailer", "Master, and its textless elements", false, due),
            new AgreedItem("Stills", "Cleared, with captions and photographer", false, due),
            new AgreedItem("Key art", "Layered, with its billing block", false, due))
        .toList();
  }

  private static AgreedItem usual(String item, String specification, LocalDate due) {
    return new AgreedItem(item, specification, true, due);
  }
}
