package film.finalsay.greenlight;

import java.util.List;
import java.util.stream.Stream;

/** What a greenlight is decided on, besides logline and vision, without which nothing is filed. */
public enum PackageItem {
  SCRIPT("Script", false),
  BUDGET("Budget", false),
  SCHEDULE("Schedule", false),
  DIRECTOR("Director", false),
  LEAD_CAST("Lead cast", false),
  FINANCE_PLAN("Finance plan", false),
  SALES_ESTIMATES("Sales estimates", false),
  CHAIN_OF_TITLE("Chain of title", true),
  INSURANCE("Insurance", true),
  COMPLETION_BOND("Completion bond", true);

  private final String title;
  private final boolean kept;

  PackageItem(String title, boolean kept) {
    this.title = title;
    this.kept = kept;
  }

  public String title() {
    return title;
  }

  /** Whether somebody says how it stands; of the others the film's own records tell. */
  public boolean isKept() {
    return kept;
  }

  static List<PackageItem> kept() {
    return Stream.of(values()).filter(PackageItem::isKept).toList();
  }
}
