package film.finalsay.greenlight;

import film.finalsay.approval.Money;
import java.time.LocalDate;

/**
 * What a greenlight is decided on. What is null is missing, and is asked for before the decision.
 *
 * @param budgetVersion a version of the film's budget that exists; null if none is named
 * @param scriptDraft the label of a draft of the film that exists; null if none is named
 * @param scheduleStart first day of principal photography
 * @param scheduleEnd last day of it, on or after the first
 * @param securedFunds what is secured, more than zero
 */
public record GreenlightPackage(
    String logline,
    String vision,
    Integer budgetVersion,
    String scriptDraft,
    LocalDate scheduleStart,
    LocalDate scheduleEnd,
    Money securedFunds) {}
