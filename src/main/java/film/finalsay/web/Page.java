package film.finalsay.web;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param page from 0
 * @param hasMore whether a next page has something
 */
public record Page<T>(List<T> items, int page, int size, boolean hasMore) {

  /** The same of a list that is there whole. */
  public static <R, T> Page<T> within(List<R> all, Paging paging, Function<R, T> view) {
    return of(all.stream().skip(paging.offset()).limit(paging.limit()).toList(), paging, view);
  }

  public static <T> Page<T> of(List<T> foundWithOneMore, Paging paging) {
    return of(foundWithOneMore, paging, Function.identity());
  }

  /**
   * @param foundWithOneMore the page's rows, and one more if there is one
   */
  public static <R, T> Page<T> of(List<R> foundWithOneMore, Paging paging, Function<R, T> view) {
    List<T> items = foundWithOneMore.stream().limit(paging.size()).map(view).toList();
    return new Page<>(items, paging.page(), paging.size(), foundWithOneMore.size() > paging.size());
  }
}
