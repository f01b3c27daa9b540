package film.finalsay.web;

import static film.finalsay.approval.BusinessRuleException.invalid;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Which page of a list is asked for.
 *
 * @param page from 0
 * @param size from 1 to {@link #MAX_SIZE}
 */
public record Paging(int page, int size) {

  static final int USUAL_SIZE = 50;
  static final int MAX_SIZE = 200;
  private static final int MAX_PAGE = 1_000_000;

  /** The size of a page for whom none is said, where it is not the usual one. */
  @Target(ElementType.PARAMETER)
  @Retention(RetentionPolicy.RUNTIME)
  public @interface Of {

    int value();
  }

  public Paging {
    if (page < 0 || page > MAX_PAGE) {
      throw invalid("page", "has to be from 0 to %d.", MAX_PAGE);
    }
    if (size < 1 || size > MAX_SIZE) {
      throw invalid("size", "has to be from 1 to %d.", MAX_SIZE);
    }
  }

  /** One row more than the page holds tells whether there is a next one. */
  public int limit() {
    return size + 1;
  }

  public long offset() {
    return (long) page * size;
  }
}
