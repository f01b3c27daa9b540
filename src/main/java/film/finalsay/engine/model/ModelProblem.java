package film.finalsay.engine.model;

/**
 * What is wrong with a model that is to be deployed.
 *
 * @param element the id of the element that is wrong, or where it is if it has none
 * @param reason in words that follow the element's id
 */
record ModelProblem(String file, String element, String reason) {

  @Override
  public String toString() {
    return "%s, %s: %s.".formatted(file, element, reason);
  }
}
