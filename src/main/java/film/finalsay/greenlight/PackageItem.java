package film.finalsay.greenlight;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.springframework.util.StringUtils;

/** What a greenlight is decided on, besides logline and vision, without which nothing is filed. */
public enum PackageItem {
  SCRIPT,
  BUDGET,
  SCHEDULE,
  DIRECTOR,
  LEAD_CAST,
  FINANCE_PLAN,
  SALES_ESTIMATES,
  CHAIN_OF_TITLE,
  INSURANCE,
  COMPLETION_BOND;

  /** Those of which somebody says how they stand; of the others the film's own records tell. */
  static final Set<PackageItem> KEPT = EnumSet.of(CHAIN_OF_TITLE, INSURANCE, COMPLETION_BOND);

  /** As a form shows it: {@code Chain of title}. */
  public String title() {
    return StringUtils.capitalize(name().toLowerCase(Locale.ROOT).replace('_', ' '));
  }
}
