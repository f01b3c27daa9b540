package film.finalsay.release;

import static film.finalsay.approval.BusinessRuleException.invalid;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Inputs;
import film.finalsay.approval.Money;
import film.finalsay.approval.Rows;
import film.finalsay.register.Content;
import film.finalsay.release.ReleaseTerritory.ComparableTitle;
import film.finalsay.release.ReleaseTerritory.Payer;
import film.finalsay.release.ReleaseTerritory.ReleaseLine;
import film.finalsay.release.ReleaseTerritory.ReleaseMaterial;
import film.finalsay.release.ReleaseTerritory.ReleasePattern;
import film.finalsay.release.ReleaseTerritory.ReleaseWindow;
import film.finalsay.release.ReleaseTerritory.Right;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the territories of a release plan, as somebody sent them or as they are kept. */
final class SentTerritories {

  static final String TERRITORIES = "territories";

  private static final int MAX_TERRITORIES = 100;
  private static final int MAX_ROWS = 50;
  private static final int MAX_NAME = 200;
  private static final int COMPARABLES = 3;

  private SentTerritories() {}

  /**
   * @throws BusinessRuleException (invalid) naming the field that is wrong, as in {@code
   *     territories[0].windows[1].closes}
   */
  static List<ReleaseTerritory> read(Inputs sent, Currency currency) {
    List<ReleaseTerritory> territories =
        Rows.read(sent, TERRITORIES, MAX_TERRITORIES, row -> territory(row, currency));
    if (territories.isEmpty()) {
      throw invalid(TERRITORIES, "is missing; at least one territory is needed.");
    }
    requireEachOnce(
        TERRITORIES, "territory", territories.stream().map(ReleaseTerritory::territory).toList());
    return territories;
  }

  /** As a request has them. */
  static Content content(List<ReleaseTerritory> territories) {
    return Content.of(TERRITORIES, territories.stream().map(ReleaseTerritory::written).toList());
  }

  /** Those that a plan or a request keeps. */
  static List<ReleaseTerritory> kept(Object territories, Currency currency) {
    return read(Inputs.of(Map.of(TERRITORIES, territories)), currency);
  }

  private static ReleaseTerritory territory(Inputs row, Currency currency) {
    ReleaseTerritory read =
        new ReleaseTerritory(
            row.text("territory", 100),
            row.text("distributor", MAX_NAME),
            row.oneOf("pattern", ReleasePattern.class),
            Rows.read(row, "windows", MAX_ROWS, SentTerritories::window),
            row.optionalMoney("printsAndAdvertising", currency).orElse(null),
            Rows.read(row, "lines", MAX_ROWS, line -> line(line, currency)),
            row.optionalMoney("minimumCommitment", currency).orElse(null),
            row.optionalMoney("recoupmentCap", currency).orElse(null),
            Rows.read(row, "comparables", MAX_ROWS, title -> comparable(title, currency)),
            Rows.read(row, "materials", MAX_ROWS, SentTerritories::material));
    requireWindowsApart(read.windows());
    requireDeliveredBefore(read);
    requireEachOnce("lines", "line", read.lines().stream().map(ReleaseLine::line).toList());
    requireAddsUp(read, currency);
    requireComparables(read.comparables());
    return read;
  }

  private static ReleaseWindow window(Inputs row) {
    ReleaseWindow window =
        new ReleaseWindow(row.oneOf("right", Right.class), day("opens", row), day("closes", row));
    if (window.closes().isBefore(window.opens())) {
      throw invalid("closes", "has to be on or after the day it opens, %s.", window.opens());
    }
    return window;
  }

  private static ReleaseLine line(Inputs row, Currency currency) {
    ReleaseLine line =
        new ReleaseLine(
            row.text("line", 100), row.money("amount", currency), row.oneOf("paidBy", Payer.class));
    if (line.paidBy() == Payer.FILM) {
      throw invalid(
          "paidBy",
          "prints and advertising out of the film's own money are new money in its budget: ask for a"
              + " budget change of the kind INCREASE, and leave the line out here.");
    }
    return line;
  }

  private static ComparableTitle comparable(Inputs row, Currency currency) {
    return new ComparableTitle(
        row.text("title", MAX_NAME),
        row.optionalOrdinal("year")
            .filter(year -> year >= 1888 && year <= 2199)
            .orElseThrow(() -> invalid("year", "has to be the year of its release, from 1888.")),
        row.optionalMoney("gross", currency).orElse(null));
  }

  private static ReleaseMaterial material(Inputs row) {
    return new ReleaseMaterial(row.text("item", 100), day("due", row));
  }

  private static LocalDate day(String field, Inputs row) {
    LocalDate day =
        row.optionalDate(field)
            .orElseThrow(() -> invalid(field, "is missing; a day as YYYY-MM-DD is needed."));
    if (day.getYear() < 1900 || day.getYear() > 2199) {
      throw invalid(field, "has to be a day from 1900-01-01 to 2199-12-31.");
    }
    return day;
  }

  private static void requireWindowsApart(List<ReleaseWindow> windows) {
    if (windows.isEmpty()) {
      throw invalid("windows", "is missing; at least one window is needed.");
    }
    for (int later = 1; later < windows.size(); later++) {
      ReleaseWindow window = windows.get(later);
      Optional<ReleaseWindow> overlapping =
          windows.subList(0, later).stream()
              .filter(other -> other.right() == window.right())
              .filter(other -> !window.opens().isAfter(other.closes()))
              .filter(other -> !other.opens().isAfter(window.closes()))
              .findFirst();
      if (overlapping.isPresent()) {
        throw invalid(
            "windows[%d].opens".formatted(later),
            "overlaps the window of the same right from %s to %s.",
            overlapping.get().opens(),
            overlapping.get().closes());
      }
    }
  }

  /** What a distributor advertises with has to be there before it opens. */
  private static void requireDeliveredBefore(ReleaseTerritory read) {
    requireEachOnce(
        "materials", "item", read.materials().stream().map(ReleaseMaterial::item).toList());
    LocalDate first =
        read.windows().stream()
            .map(ReleaseWindow::opens)
            .min(Comparator.naturalOrder())
            .orElseThrow();
    for (int i = 0; i < read.materials().size(); i++) {
      if (read.materials().get(i).due().isAfter(first)) {
        throw invalid(
            "materials[%d].due".formatted(i),
            "has to be on or before the day on which the first window opens, %s.",
            first);
      }
    }
  }

  private static void requireAddsUp(ReleaseTerritory read, Currency currency) {
    Money lines = sum(read.lines(), currency);
    Money total = Optional.ofNullable(read.printsAndAdvertising()).orElse(Money.zero(currency));
    if (lines.compareTo(total) != 0) {
      throw invalid(
          "printsAndAdvertising",
          "has to be what its lines add up to, %s; it says %s.",
          lines.inWords(),
          total.inWords());
    }
    if (read.minimumCommitment() == null) {
      return;
    }
    Money distributors =
        sum(
            read.lines().stream().filter(line -> line.paidBy() == Payer.DISTRIBUTOR).toList(),
            currency);
    if (read.minimumCommitment().compareTo(distributors) > 0) {
      throw invalid(
          "minimumCommitment",
          "is more than the lines that the distributor pays, %s.",
          distributors.inWords());
    }
    if (read.recoupmentCap() != null
        && read.recoupmentCap().compareTo(read.minimumCommitment()) < 0) {
      throw invalid(
          "recoupmentCap",
          "is less than the distributor has to spend, %s.",
          read.minimumCommitment().inWords());
    }
  }

  private static Money sum(List<ReleaseLine> lines, Currency currency) {
    return lines.stream().map(ReleaseLine::amount).reduce(Money.zero(currency), Money::plus);
  }

  private static void requireComparables(List<ComparableTitle> titles) {
    if (titles.size() < COMPARABLES) {
      throw invalid("comparables", "has %d titles; three are needed.", titles.size());
    }
    requireEachOnce("comparables", "title", titles.stream().map(ComparableTitle::title).toList());
  }

  private static void requireEachOnce(String field, String column, List<String> names) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < names.size(); i++) {
      if (!seen.add(names.get(i).toLowerCase(Locale.ROOT))) {
        throw invalid(
            "%s[%d].%s".formatted(field, i, column),
            "\"%s\" is there twice; each is named once.",
            names.get(i));
      }
    }
  }
}
