package film.finalsay.register;

import film.finalsay.approval.Inputs;
import film.finalsay.film.Film;

/**
 * Somebody asks for something, or for something else in its place.
 *
 * @param sent what they sent
 * @param film locked
 * @param requester who asked first, also where it is amended
 * @param process what the process is called that asks
 * @param amended the request as it was; null for a new one
 */
public record Asking(Inputs sent, Film film, String requester, String process, Case amended) {}
