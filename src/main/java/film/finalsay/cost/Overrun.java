package film.finalsay.cost;

import film.finalsay.approval.Money;
import film.finalsay.film.Film;
import film.finalsay.register.Content;

/**
 * An estimated final cost above the funds that were secured when it was put to the executive
 * producer.
 */
record Overrun(Money efc, Money secured) {

  static final String EFC = "efc";
  static final String SECURED = "securedFunds";

  static Overrun of(Content content, Film film) {
    return new Overrun(
        content.money(EFC, film.currency()), content.money(SECURED, film.currency()));
  }

  Money excess() {
    return efc.minus(secured);
  }
}
