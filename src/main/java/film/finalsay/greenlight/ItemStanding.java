package film.finalsay.greenlight;

import film.finalsay.greenlight.PackageTable.Requirement;

/**
 * How an item of a package stands.
 *
 * @param words what is there, as in {@code Draft 2, the approved script}; empty if nothing is
 * @param lacks what it lacks, in a sentence; null if it is in hand
 */
record ItemStanding(
    PackageItem item, ItemState state, String words, String lacks, Requirement requirement) {

  boolean isMissed() {
    return requirement.required() && state != ItemState.IN_HAND;
  }

  /** As a list of what is missing says it, with the reason why it is asked for. */
  String inSentences() {
    return lacks + " " + requirement.because();
  }
}
