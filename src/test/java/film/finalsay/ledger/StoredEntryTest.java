package film.finalsay.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import film.finalsay.approval.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What an entry's hash covers, and that it stays the same hash for ever. */
class StoredEntryTest {

  private static final StoredEntry ENTRY =
      entry(
          "NOVA",
          2,
          "2027-03-01T12:00:00.123456Z",
          List.of(
              "DECIDED",
              "NOVA-BC-1",
              "exec1",
              "executive-producer",
              "producer",
              "5e".repeat(32),
              "{\"comment\":\"Für “beide”\",\"outcome\":\"APPROVE\"}",
              "0a".repeat(32)));

  /** Computed outside Java, from the description of the hash alone. */
  @Test
  void theHashIsWhatAnybodyCanRecompute() {
    assertThat(ENTRY.recomputedHash())
        .isEqualTo("26600d3ed38c7a55ee5c3f8b4bde8fde29a17f4d3d4c63fa1fcc3b446de5fef7");
  }

  @Test
  void everyBitOfEveryColumnCounts() {
    List<String> texts = texts(ENTRY);
    List<StoredEntry> changed = new ArrayList<>();
    for (int column = 0; column < texts.size(); column++) {
      for (int i = 0; i < texts.get(column).length(); i++) {
        for (int bit = 0; bit < 7; bit++) {
          changed.add(entry("NOVA", 2, ENTRY.at(), flipped(texts, column, i, bit)));
        }
      }
    }
    for (int bit = 0; bit < 63; bit++) {
      changed.add(entry("NOVA", 2 ^ (1L << bit), ENTRY.at(), texts));
    }
    for (int bit = 0; bit < 32; bit++) {
      long seconds = ENTRY.at().getEpochSecond() ^ (1L << bit);
      changed.add(entry("NOVA", 2, Instant.ofEpochSecond(seconds, ENTRY.at().getNano()), texts));
    }
    changed.add(entry("NOVA", 2, ENTRY.at().plusNanos(1_000), texts));
    changed.add(entry("MOVA", 2, ENTRY.at(), texts));

    List<String> hashes = changed.stream().map(StoredEntry::recomputedHash).toList();
    assertThat(hashes.size()).isGreaterThan(1_500);
    assertThat(hashes).doesNotHaveDuplicates().doesNotContain(ENTRY.recomputedHash());
  }

  @Test
  void nothingCanBeShiftedFromOneColumnToTheNext() {
    Event event = Event.of(Happening.DECIDED);
    assertThat(
            List.of(
                hash(event.on("AB").by("C", null)),
                hash(event.on("A").by("BC", null)),
                hash(event.on("ABC")),
                hash(event.on("ABC").by("", null)),
                hash(event.by("ABC", null)),
                hash(event.by("P", Role.PRODUCER)),
                hash(event.by("P", null).onBehalfOf(Role.PRODUCER)),
                hash(event.by("P", null).saw("producer"))))
        .doesNotHaveDuplicates();
  }

  @Test
  void theRowsThatStandWithAnEntryCount() {
    Event event = Event.of(Happening.DECIDED);
    assertThat(
            Stream.of(null, LedgerRows.NONE, "0a".repeat(32), "")
                .map(
                    rows ->
                        StoredEntry.after(Anchor.ofNothing("NOVA"), ENTRY.at(), event, rows).hash())
                .toList())
        .doesNotHaveDuplicates();
  }

  @Test
  void theOrderInWhichFactsAreNamedDoesNotCount() {
    Event event = Event.of(Happening.REQUESTED);
    assertThat(hash(event.with("amount", 1).with("kind", "TRANSFER")))
        .isEqualTo(hash(event.with(Map.of("kind", "TRANSFER")).with("amount", "1")));
  }

  @Test
  void anEventHasAHappeningAndNoFactWithoutAValue() {
    Map<String, String> withNull = new HashMap<>();
    withNull.put("amount", null);
    assertThatThrownBy(() -> Event.of(Happening.REQUESTED).with(withNull))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("amount");
    assertThatThrownBy(() -> Event.of(null)).hasMessage("happening");
    assertThatThrownBy(() -> Event.of(Happening.REQUESTED).facts().put("amount", "1"))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void anEntryThatTheProductNeverWroteSaysWhereItIs() {
    List<String> texts = new ArrayList<>(texts(ENTRY));
    texts.set(0, "DECIDEE");
    assertThatThrownBy(() -> entry("NOVA", 2, ENTRY.at(), texts).read())
        .hasMessageContaining("Entry 2 of the ledger of NOVA")
        .hasMessageContaining("verify-ledger");
  }

  private static String hash(Event event) {
    return StoredEntry.after(Anchor.ofNothing("NOVA"), ENTRY.at(), event, LedgerRows.NONE).hash();
  }

  private static List<String> texts(StoredEntry entry) {
    return List.of(
        entry.happening(),
        entry.approvalKey(),
        entry.person(),
        entry.role(),
        entry.onBehalfOf(),
        entry.seen(),
        entry.facts(),
        entry.previousHash());
  }

  private static List<String> flipped(List<String> texts, int column, int i, int bit) {
    StringBuilder text = new StringBuilder(texts.get(column));
    text.setCharAt(i, (char) (text.charAt(i) ^ (1 << bit)));
    List<String> changed = new ArrayList<>(texts);
    changed.set(column, text.toString());
    return changed;
  }

  private static StoredEntry entry(String film, long number, String at, List<String> texts) {
    return entry(film, number, Instant.parse(at), texts);
  }

  private static StoredEntry entry(String film, long number, Instant at, List<String> texts) {
    return new StoredEntry(
        film,
        number,
        at,
        texts.get(0),
        texts.get(1),
        texts.get(2),
        texts.get(3),
        texts.get(4),
        texts.get(5),
        texts.get(6),
        null,
        texts.get(7),
        null);
  }
}
