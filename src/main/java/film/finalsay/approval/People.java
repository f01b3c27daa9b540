package film.finalsay.approval;

/** The people who can log in. */
public interface People {

  boolean exists(String person);

  /**
   * @return first and last name with the login, as a name alone is chosen by its bearer; the login
   *     where no name is known
   */
  String nameOf(String person);

  /** Whether a person is in a role's group, on whatever film. */
  boolean isIn(String person, Role role);

  /**
   * Lets a person see the tasks of a role's group; what they may decide follows the film's team.
   */
  void join(String person, Role role);
}
