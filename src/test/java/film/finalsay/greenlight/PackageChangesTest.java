package film.finalsay.greenlight;

import static org.assertj.core.api.Assertions.assertThat;

import film.finalsay.approval.Money;
import film.finalsay.film.Film;
import film.finalsay.film.FilmBudgets.BudgetSummary;
import film.finalsay.film.FilmFinance.EstimatesSummary;
import film.finalsay.film.FilmFinance.PlanSummary;
import film.finalsay.film.FilmFinance.SourceKind;
import film.finalsay.film.FilmFinance.SourceState;
import film.finalsay.film.FilmFinance.SourceSummary;
import film.finalsay.film.FilmFinance.TerritorySummary;
import film.finalsay.film.FilmKind;
import film.finalsay.film.Phase;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What has changed since a package was filed, and what of it is lost. */
class PackageChangesTest {

  private static final Currency USD = Currency.getInstance("USD");
  private static final LocalDate DAY = LocalDate.of(2027, 3, 1);
  private static final Film FILM =
      new Film("NOVA", "Nova", FilmKind.FEATURE, USD, Phase.DEVELOPMENT, null, null, 0, 0);

  private final PlanSummary plan = plan(1, "1000");
  private final EstimatesSummary estimates = estimates(1, "50");
  private final List<KeyAttachment> attached =
      List.of(attachment(AttachmentState.LETTER_OF_INTENT, "Letter"));
  private final KeptItem bond = bond(ItemState.IN_PROGRESS, "Draft");

  @Test
  void nothingHasChanged() {
    assertThat(since(contents(plan, estimates, attached, bond))).isEmpty();
  }

  @Test
  void thePlanThatIsSavedAgainWithTheSameSourcesIsNoChange() {
    assertThat(since(contents(plan(2, "1000"), estimates, attached, bond))).isEmpty();
  }

  @Test
  void eachChangeIsNamed() {
    assertThat(since(contents(plan(2, "2000"), estimates, attached, bond)))
        .containsExactly(
            "The finance plan: version 2 was saved, and this was filed with version 1.");
    assertThat(since(contents(plan, estimates(2, "51"), attached, bond)))
        .containsExactly(
            "The sales estimates: version 2 was saved, and this was filed with version 1.");
    assertThat(since(contents(plan, estimates, List.of(), bond)))
        .containsExactly("The key attachments: they were changed since this was filed.");
    assertThat(since(contents(plan, estimates, attached, bond(ItemState.IN_HAND, "Bond"))))
        .containsExactly("Completion bond: in hand, and this was filed with it in progress.");
    assertThat(since(contents(plan, estimates, attached, bond(ItemState.IN_PROGRESS, "Other"))))
        .containsExactly(
            "Completion bond: in progress, and this was filed with it in progress, its evidence"
                + " or owner another.");
  }

  @Test
  void whatWasNotThereWhenItWasFiledIsAChange() {
    PackageContents empty =
        contents(null, null, List.of(), KeptItem.unset(PackageItem.COMPLETION_BOND));

    assertThat(PackageChanges.between(empty, contents(plan, estimates, attached, bond))).hasSize(4);
    assertThat(PackageChanges.losses(empty, contents(plan, estimates, attached, bond))).isEmpty();
  }

  @Test
  void whatOneCouldCountOnIsLost() {
    assertThat(lost(contents(plan(2, "999.99"), estimates, attached, bond)))
        .containsExactly("Finance plan: Equity, USD 1,000.00 confirmed, is not there as it was.");
    assertThat(lost(contents(plan, estimates(2, "49.99"), attached, bond)))
        .containsExactly("Sales estimates: USD 49.99 taken, and it was USD 50.00.");
    for (List<KeyAttachment> dropped :
        List.of(
            List.<KeyAttachment>of(),
            List.of(attachment(AttachmentState.IN_NEGOTIATION, null)),
            List.of(attachment(AttachmentState.LETTER_OF_INTENT, "Another letter")))) {
      assertThat(lost(contents(plan, estimates, dropped, bond)))
          .containsExactly(
              "Director: Mara Lindqvist (letter of intent) is not attached as it was.");
    }
    assertThat(lost(contents(plan, estimates, attached, bond(ItemState.MISSING, null))))
        .containsExactly("Completion bond: it was in progress, and is not as it was.");
    assertThat(
            PackageChanges.losses(
                contents(plan, estimates, attached, bond(ItemState.IN_HAND, "Bond")),
                contents(plan, estimates, attached, bond(ItemState.IN_HAND, "Other"))))
        .containsExactly("Completion bond: it was in hand, and is not as it was.");
  }

  @Test
  void whatAddsToItLosesNothing() {
    assertThat(lost(contents(plan(2, "2000"), estimates(2, "51"), attached, bond))).isEmpty();
    assertThat(
            lost(
                contents(
                    plan,
                    estimates,
                    List.of(attachment(AttachmentState.ATTACHED, "Contract")),
                    bond(ItemState.IN_HAND, "Bond"))))
        .isEmpty();
  }

  private List<String> lost(PackageContents now) {
    return PackageChanges.losses(contents(plan, estimates, attached, bond), now);
  }

  private List<String> since(PackageContents now) {
    return PackageChanges.between(contents(plan, estimates, attached, bond), now);
  }

  private static PackageContents contents(
      PlanSummary plan, EstimatesSummary estimates, List<KeyAttachment> attached, KeptItem bond) {
    GreenlightPackage filed =
        new GreenlightPackage("Logline", "Vision", 1, "Draft 1", DAY, DAY, 1, 1, 1);
    BudgetSummary budget = new BudgetSummary(1, false, usd("1000"), usd("0"), null, null, null);
    return new PackageContents(
        FILM, filed, List.of(bond), DAY, null, budget, plan, estimates, attached);
  }

  private static PlanSummary plan(int version, String secured) {
    SourceSummary source =
        new SourceSummary(
            "Equity", SourceKind.EQUITY, usd(secured), SourceState.CONFIRMED, "", null, null);
    return new PlanSummary(version, USD, DAY, List.of(source), "producer1", Instant.EPOCH);
  }

  private static EstimatesSummary estimates(int version, String take) {
    return new EstimatesSummary(
        version,
        USD,
        "Agent",
        DAY,
        null,
        List.of(new TerritorySummary("Germany", usd("100"), usd(take))),
        "producer1",
        Instant.EPOCH);
  }

  private static KeyAttachment attachment(AttachmentState state, String reference) {
    return new KeyAttachment(
        "Mara Lindqvist", AttachmentRole.DIRECTOR, state, new Evidence(null, reference));
  }

  private static KeptItem bond(ItemState state, String reference) {
    return new KeptItem(PackageItem.COMPLETION_BOND, state, null, new Evidence(null, reference));
  }

  private static Money usd(String amount) {
    return Money.of(new BigDecimal(amount), USD);
  }
}
