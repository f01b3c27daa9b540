package film.finalsay.support;

import java.util.Map;

/** A test film with a contract that was approved, and is not signed yet. */
public final class ContractFilm {

  private static final String TEXT = "Blue Crane Ltd hires out a boat.";

  private ContractFilm() {}

  /** Returns the SHA-256 of the PDF by which it may be signed. */
  public static String approved(TestFilm film) {
    String contract =
        film.desk("producer1")
            .started(
                "contract",
                Map.of(
                    "film", film.id(),
                    "counterparty", "Blue Crane Ltd",
                    "country", "GB",
                    "type", "EQUIPMENT",
                    "purpose", "A boat",
                    "amount", "100.00",
                    "accounts", "3600 100.00",
                    "payments", "100.00 On delivery",
                    "termStart", "2027-03-01",
                    "document", ContractPdf.upload(film, ContractPdf.of(TEXT))));
    film.desk("producer2").answer(contract, "userTask_decideContract", "APPROVE", "").ok();
    return ContractPdf.upload(film, ContractPdf.signed(TEXT));
  }
}
