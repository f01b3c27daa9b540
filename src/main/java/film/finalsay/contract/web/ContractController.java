package film.finalsay.contract.web;

import static film.finalsay.approval.BusinessRuleException.invalid;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import film.finalsay.approval.Inputs;
import film.finalsay.contract.AccountAmount;
import film.finalsay.contract.Contract;
import film.finalsay.contract.Contracts;
import film.finalsay.contract.Contracts.Whole;
import film.finalsay.contract.DuePayment;
import film.finalsay.contract.Payment;
import film.finalsay.film.Film;
import film.finalsay.film.Viewer;
import film.finalsay.web.Expensive;
import film.finalsay.web.Page;
import film.finalsay.web.Paging;
import film.finalsay.web.Sent;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/films/{film}")
@Tag(name = "Contracts")
class ContractController {

  private final Contracts contracts;

  ContractController(Contracts contracts) {
    this.contracts = contracts;
  }

  /** Amounts are decimal strings in the currency. */
  record ContractView(@JsonUnwrapped Contract contract, Currency currency) {

    static ContractView of(Contract contract) {
      return new ContractView(contract, contract.amount().currency());
    }
  }

  record WholeView(
      @JsonUnwrapped ContractView contract, List<AccountAmount> accounts, List<Payment> payments) {

    static WholeView of(Whole whole) {
      return new WholeView(ContractView.of(whole.contract()), whole.accounts(), whole.payments());
    }
  }

  /**
   * @param document SHA-256 of the signed PDF, which was uploaded before
   */
  record Signature(@NotNull @Size(max = 64) String document, @NotNull LocalDate signedOn) {}

  @GetMapping("/contracts")
  @Operation(
      summary = "The contracts that were approved, the newest first",
      description = "A contract is APPROVED until its signed PDF is entered, and SIGNED then.")
  Page<ContractView> all(Film film, @Paging.Of(20) Paging paging) {
    return Page.of(contracts.page(film, paging.limit(), paging.offset()), paging, ContractView::of);
  }

  @GetMapping("/contracts/{number}")
  @Operation(summary = "One of them, with its amounts by account and its payments")
  WholeView one(Film film, @PathVariable int number) {
    return WholeView.of(contracts.one(film, number));
  }

  @GetMapping("/payment-calendar")
  @Operation(summary = "What is due under all contracts: by day, then what waits for a milestone")
  Page<DuePayment> calendar(Film film, @Paging.Of(20) Paging paging) {
    return Page.of(contracts.calendar(film, paging.limit(), paging.offset()), paging);
  }

  @Expensive
  @PostMapping("/contracts/{number}/signature")
  @Operation(
      summary = "Enter that a contract is signed",
      description =
          "For line producers, producers of every kind and legal counsel. The signed PDF is uploaded"
              + " before, and has to say word for word what was approved; otherwise the contract stays"
              + " unsigned, and an amendment has to be asked for.")
  WholeView sign(
      Film film, @PathVariable int number, @RequestBody Sent<Signature> body, Viewer viewer) {
    Inputs sent = Inputs.of(body.fields());
    String document = sent.text("document", 64);
    LocalDate day =
        sent.optionalDate("signedOn")
            .orElseThrow(() -> invalid("signedOn", "is missing; a day as YYYY-MM-DD is needed."));
    sent.requireNothingElse();
    return WholeView.of(contracts.sign(film, number, document, day, viewer.person()));
  }
}
