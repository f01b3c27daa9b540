package film.finalsay.approval;

import java.util.Set;

/** What the forms of open steps show. */
public interface OpenForms {

  /**
   * Shows a text from now on; a step that is over by now is passed over.
   *
   * @param taskIds the tasks by which the steps are asked
   * @param name of the variable that the forms show
   */
  void show(Set<String> taskIds, String name, String text);
}
