package film.finalsay.film.web;

import film.finalsay.film.web.LedgerController.EntryView;
import film.finalsay.web.Spreadsheet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Entries of the ledger for a spreadsheet. */
final class LedgerCsv {

  private LedgerCsv() {}

  static String written(List<EntryView> entries) {
    CSVFormat format =
        CSVFormat.RFC4180
            .builder()
            .setHeader(
                "number",
                "at",
                "happening",
                "approval",
                "person",
                "role",
                "onBehalfOf",
                "seen",
                "facts",
                "rowsSha256",
                "previousHash",
                "hash")
            .get();
    StringBuilder text = new StringBuilder();
    try (CSVPrinter printer = new CSVPrinter(text, format)) {
      for (EntryView entry : entries) {
        printer.printRecord(
            entry.number(),
            entry.at(),
            entry.happening(),
            Spreadsheet.harmless(entry.approval()),
            Spreadsheet.harmless(entry.person()),
            entry.role(),
            entry.onBehalfOf(),
            Spreadsheet.harmless(entry.seen()),
            Spreadsheet.harmless(inWords(entry.facts())),
            entry.rowsSha256(),
            entry.previousHash(),
            entry.hash());
      }
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
    return text.toString();
  }

  /** {@code amount: 8000.00; kind: TRANSFER}. */
  private static String inWords(Map<String, String> facts) {
    return new TreeMap<>(facts)
        .entrySet().stream()
            .map(fact -> fact.getKey() + ": " + fact.getValue())
            .collect(Collectors.joining("; "));
  }
}
