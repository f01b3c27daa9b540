package film.finalsay.cost;

import film.finalsay.film.Film;

/** The processes that follow from a cost report by themselves, in its transaction. */
public interface CostProcesses {

  /** Asks the executive producer what to do about the overrun. */
  void decideOverrun(Film film, String requester);

  /** Asks for the reason of an account's variance. */
  void explainVariance(Film film, String account, String requester);

  /** Ends a process whose question no longer stands; what it asked for is withdrawn. */
  void withdraw(String processInstanceId, String because);
}
