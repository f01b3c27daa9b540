package film.finalsay.ledger;

import film.finalsay.ledger.Finding.Kind;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Follows one film's chain from its first entry to its last and keeps the first thing that is wrong
 * with it. What an entry with a wrong hash once was, the entries after it tell.
 */
final class ChainCheck {

  private final String filmId;
  private final Map<Long, List<Anchor>> anchors;

  /** The last entry that was right. */
  private Anchor good;

  private long lastNumber;
  private StoredEntry suspect;
  private StoredEntry afterSuspect;
  private Finding finding;

  ChainCheck(String filmId, List<Anchor> anchors) {
    this.filmId = filmId;
    this.anchors = anchors.stream().collect(Collectors.groupingBy(Anchor::number));
    this.good = Anchor.ofNothing(filmId);
  }

  String filmId() {
    return filmId;
  }

  void next(StoredEntry entry) {
    lastNumber = entry.number();
    if (finding != null) {
      return;
    }
    if (suspect != null) {
      afterSuspect = afterSuspect == null ? entry : afterSuspect;
      return;
    }
    long expected = good.number() + 1;
    if (entry.number() < expected) {
      found(entry.number(), Kind.STRAY, "entry %d does not belong here.".formatted(entry.number()));
    } else if (entry.number() > expected) {
      found(expected, Kind.MISSING, missing(expected, entry.number() - 1));
    } else if (!entry.recomputedHash().equals(entry.hash())) {
      suspect = entry;
    } else if (!good.hash().equals(entry.previousHash())) {
      found(
          expected,
          Kind.NOT_LINKED,
          "entry %d was written after another entry than the one before it."
              .formatted(entry.number()));
    } else {
      good = entry.anchor();
      compareWithAnchors();
    }
  }

  /**
   * @param head where ledger_head says that the chain ends
   */
  void end(Optional<Anchor> head) {
    if (suspect != null) {
      explainSuspect(head);
    } else if (finding == null) {
      compareWithHead(head);
    }
    long longest = anchors.keySet().stream().max(Comparator.naturalOrder()).orElse(0L);
    if (finding == null && longest > good.number()) {
      found(
          good.number() + 1,
          Kind.SHORTER_THAN_ANCHOR,
          "%s, an anchor has entry %d.".formatted(end(), longest));
    }
  }

  Optional<Finding> finding() {
    return Optional.ofNullable(finding);
  }

  /** Where the chain ends, once {@link #finding} says that nothing is wrong with it. */
  Anchor tail() {
    return good;
  }

  private void compareWithAnchors() {
    for (Anchor anchor : anchors.getOrDefault(good.number(), List.of())) {
      if (!anchor.hash().equals(good.hash())) {
        found(
            good.number(),
            Kind.OTHER_THAN_ANCHOR,
            "entry %d has the hash %s, its anchor %s: the chain was written anew."
                .formatted(good.number(), good.hash(), anchor.hash()));
      }
    }
  }

  private void compareWithHead(Optional<Anchor> head) {
    if (head.isEmpty() && good.number() > 0) {
      found(
          good.number(),
          Kind.HEAD_IS_NOT_TAIL,
          "%s, ledger_head does not know it.".formatted(end()));
    }
    head.filter(end -> !end.equals(good))
        .ifPresent(
            end ->
                found(
                    good.number(),
                    Kind.HEAD_IS_NOT_TAIL,
                    "%s, ledger_head says with entry %d %s."
                        .formatted(end(), end.number(), end.hash())));
  }

  private void explainSuspect(Optional<Anchor> head) {
    long number = suspect.number();
    if (suspect.hashAt(number, good.hash()).equals(suspect.hash())) {
      found(
          number,
          Kind.PREVIOUS_HASH_CHANGED,
          "entry %d was changed: its previous_hash is not the one it was written with."
              .formatted(number));
      return;
    }
    long origin = placeOf(suspect, Math.max(lastNumber, head.map(Anchor::number).orElse(0L)));
    if (origin > 0) {
      found(
          number,
          Kind.SWAPPED,
          "entry %d was moved here, it was written as entry %d.".formatted(number, origin));
    } else if (suspect.recomputedHash().equals(hashSeenByTheNext(head))) {
      found(
          number,
          Kind.HASH_CHANGED,
          "entry %d has not the hash that its content gives and that was its own, %s."
              .formatted(number, suspect.recomputedHash()));
    } else {
      found(
          number,
          Kind.CHANGED,
          "entry %d was changed: its content does not give its hash.".formatted(number));
    }
  }

  private String hashSeenByTheNext(Optional<Anchor> head) {
    if (afterSuspect != null) {
      return afterSuspect.previousHash();
    }
    return head.map(Anchor::hash).orElse(null);
  }

  /** The number under which an entry was written; 0 if under none. */
  private static long placeOf(StoredEntry moved, long last) {
    for (long place = 1; place <= last; place++) {
      if (moved.hashAt(place, moved.previousHash()).equals(moved.hash())) {
        return place;
      }
    }
    return 0;
  }

  private String end() {
    return good.number() == 0
        ? "there is no entry"
        : "the chain ends with entry %d %s".formatted(good.number(), good.hash());
  }

  private static String missing(long first, long last) {
    return first == last
        ? "entry %d is missing.".formatted(first)
        : "entries %d to %d are missing.".formatted(first, last);
  }

  private void found(long number, Kind kind, String what) {
    finding = finding == null ? new Finding(filmId, number, kind, what) : finding;
  }
}
