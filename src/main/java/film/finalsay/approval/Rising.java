package film.finalsay.approval;

import java.util.List;

/** What stays in order when things are moved. */
public final class Rising {

  private Rising() {}

  /**
   * @param places all different
   * @return which of them belong to the longest series that rises
   */
  public static boolean[] longest(List<Integer> places) {
    int[] last = new int[places.size()];
    int[] previous = new int[places.size()];
    int length = 0;
    for (int i = 0; i < places.size(); i++) {
      int low = 0;
      int high = length;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (places.get(last[middle]) < places.get(i)) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      previous[i] = low == 0 ? -1 : last[low - 1];
      last[low] = i;
      length = Math.max(length, low + 1);
    }
    boolean[] rising = new boolean[places.size()];
    for (int i = length == 0 ? -1 : last[length - 1]; i >= 0; i = previous[i]) {
      rising[i] = true;
    }
    return rising;
  }
}
