package film.finalsay.approval;

/** The steps that people have taken in hand. */
public interface ClaimedSteps {

  /**
   * Takes the open steps of a film out of the hands of those who could not answer there any more,
   * so that others find them.
   *
   * @throws BusinessRuleException (conflict) if one of them is answered in the same moment
   */
  void giveBackWhatCannotBeAnswered(String filmId);
}
