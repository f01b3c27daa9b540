package film.finalsay.budget;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import film.finalsay.approval.Money;
import java.math.BigDecimal;
import java.util.List;

/**
 * One line under an account.
 *
 * @param account the account that it belongs to
 * @param number of the detail account; several lines may share one
 * @param quantity null if none is given
 * @param unit such as {@code weeks}; null if none is given
 * @param rate for one unit, in the line's currency; null if none is given
 * @param amount in the line's own currency, negative for a credit; {@code quantity} times {@code
 *     rate} where both are given
 * @param fringes the names of those that are paid on it
 */
public record Detail(
    @JsonIgnore String account,
    @JsonProperty("detail") String number,
    String description,
    BigDecimal quantity,
    String unit,
    BigDecimal rate,
    @JsonProperty("total") Money amount,
    List<String> fringes) {

  public Detail {
    quantity = plain(quantity);
    rate = plain(rate);
  }

  /** Without zeros at its end, whatever a file or the database has put there; null for null. */
  static BigDecimal plain(BigDecimal number) {
    BigDecimal plain = number == null ? null : number.stripTrailingZeros();
    return plain != null && plain.scale() < 0 ? plain.setScale(0) : plain;
  }
}
