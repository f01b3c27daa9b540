package film.finalsay.web;

import film.finalsay.approval.BusinessRuleException;

/**
 * Which page of a list is asked for.
 *
 * @param page from 0
 * @param size from 1 to {@link #MAX_SIZE}
 */
public record Paging(int page, int size) {

  static final int MAX_SIZE = 200;
  private static final int MAX_PAGE = 1_000_000;

  public Paging {
    if (page < 0 || page > MAX_PAGE) {
      throw BusinessRuleException.invalid("page", "has to be from 0 to %d.".formatted(MAX_PAGE));
    }
    if (size < 1 || size > MAX_SIZE) {
      throw BusinessRuleException.invalid("size", "has to be from 1 to %d.".formatted(MAX_SIZE));
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
