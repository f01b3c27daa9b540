package film.finalsay.register;

import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.ApprovalState;
import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Endorsement;
import film.finalsay.approval.GivenAnswer;
import film.finalsay.approval.GreenlightPart;
import film.finalsay.approval.HumanStep;
import film.finalsay.approval.OnEveryForm;
import film.finalsay.approval.Role;
import film.finalsay.approval.Scope;
import film.finalsay.authority.Ruling;
import film.finalsay.film.Film;
import film.finalsay.register.Declaration.Trait;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One kind of request, declared once: what is asked for and checked, who has to answer, what a
 * decider is told, what it does and what it takes back. Its process has the kind's name as its id;
 * beside the process, its forms and its tables nothing else is written for it.
 */
public interface RequestKind {

  Declaration declared();

  default ApprovalKind kind() {
    return declared().kind();
  }

  default boolean is(Trait trait) {
    return declared().is(trait);
  }

  /**
   * Stands where it is asked for, and again before it takes effect.
   *
   * @throws BusinessRuleException (conflict) if the film is delivered, and it would change
   *     something of it
   */
  default void requireInTime(Film film) {
    if (!is(Trait.GOES_ON_AFTER_DELIVERY)) {
      film.requireUndelivered();
    }
  }

  /** What a role has to be for, of whoever decides it; empty where it is only taken note of. */
  default Optional<Scope> matter() {
    return Optional.ofNullable(declared().matter());
  }

  /**
   * Reads what is asked for, and checks it against the film's records. Nothing is written here.
   *
   * @throws BusinessRuleException if a field is wrong, or it cannot be asked for now
   */
  Submission submit(Asking asking);

  /**
   * The roles whose answers it needs, each from another person; whoever asks is told at once if the
   * team cannot give them.
   */
  default List<Role> rolesAsked(Case request) {
    if (request.ruling().isEmpty()) {
      return is(Trait.ENDORSED) ? Endorsement.rolesAsked(request.needsEndorsement()) : List.of();
    }
    List<Role> asked = new ArrayList<>(request.ruling().get().asked());
    if (is(Trait.ENDORSED) && request.needsEndorsement()) {
      asked.add(0, Role.PRODUCER);
    }
    return asked;
  }

  /**
   * Refuses an answer of the kind's authority table that no edit of it may give. Asked of every
   * answer before a table counts, and again of that to each request.
   *
   * @param asked what the table was asked, by name
   * @throws BusinessRuleException if it is against a rule that is not the table's to change
   */
  default void requireRuling(Map<String, Object> asked, Ruling ruling) {}

  /** The roles that are heard before it is decided, and cannot block it. */
  default Set<Role> consulted(Case request) {
    return Set.of();
  }

  /**
   * Who would be hired or paid by it, and so does not decide it.
   *
   * @return a sentence that says why, by login
   */
  default Map<String, String> stakes(Case request) {
    return Map.of();
  }

  /**
   * Who drafted what it asks for, and so does not decide it, whoever asks.
   *
   * @return a sentence that says what, by login
   */
  default Map<String, String> drafters(Case request) {
    return Map.of();
  }

  /** As what the table of consents knows it: one of the names that are declared. */
  default String change(Case request) {
    return kind().name();
  }

  /**
   * What its process goes by besides who asks and for which film.
   *
   * @return values by variable name; a value is null where there is none
   */
  default Map<String, Object> variables(Case request) {
    return Map.of();
  }

  /**
   * What was asked for as the form names it by which it is amended. Its process need not carry it:
   * whoever amends finds it there, and may leave out what stays as it was.
   *
   * @return values by name; a value is null where there is none
   */
  default Map<String, Object> fields(Case request) {
    return Map.of();
  }

  /**
   * What its process knows of one of several questions that a step asks at once.
   *
   * @param about which of them
   */
  default Map<String, Object> variables(Case request, HumanStep step, String about) {
    return Map.of();
  }

  /**
   * What is asked for, whole: if any of it changes, an answer given before does not count for it.
   *
   * @return texts by name; a value is null where there is none
   */
  default Map<String, String> subject(Case request) {
    return request.withFilm(request.content().fields());
  }

  /**
   * What was signed, as it has to stay once it is approved; what may go on changing is left out.
   */
  default Map<String, String> signed(Case request) {
    return subject(request);
  }

  /**
   * What the task list tells otherwise than it does of most requests, such as which of several
   * questions it is.
   *
   * @param about which of several questions that the step asks at once; null if it asks one
   * @return texts by the names of {@link OnEveryForm}; values never null
   */
  default Map<String, String> card(Case request, String about) {
    return Map.of();
  }

  /**
   * What a person reads before answering, besides what every form shows.
   *
   * @return texts by the name under which the form shows them; values never null
   */
  default Map<String, String> brief(Case request) {
    return Map.of();
  }

  /** The same for one of several questions that a step asks at once. */
  default Map<String, String> brief(Case request, HumanStep step, String about) {
    return Map.of();
  }

  /** What a role reads of it that is told that it was approved. */
  default String told(Case request, Role role) {
    return request.content().inWords();
  }

  /** The kinds of approval whose matter it is: its own, and those of what it undoes. */
  default Set<ApprovalKind> matters(Case request) {
    return Set.of(kind());
  }

  /** The SHA-256 of each document that it is based on. */
  default Set<String> documents(Case request) {
    return Set.of();
  }

  /** The keys of the approvals that it is based on. */
  default Set<String> basedOn(Case request) {
    return Set.of();
  }

  /** The part that it changes of what a greenlight is based on; empty for most. */
  default Optional<GreenlightPart> changes(Case request) {
    return Optional.empty();
  }

  /** The numbers of the budget accounts that it moves; empty if it concerns the film as a whole. */
  default Set<String> accounts(Case request) {
    return Set.of();
  }

  /** A question is put to people now; what they are told besides is kept. */
  default void asked(Case request, HumanStep step) {}

  /**
   * Refuses an answer that what is asked for does not allow; who may answer at all is decided
   * before.
   *
   * @throws BusinessRuleException if this answer may not be given
   */
  default void requireMayAnswer(Case request, GivenAnswer answer) {}

  /** An answer was given and is on record; what it says besides is put on file now. */
  default void answered(Case request, GivenAnswer answer) {}

  /** What it comes to when nobody says no; some only have something explained, or read. */
  default ApprovalState goal() {
    return ApprovalState.APPROVED;
  }

  /** The role that has to approve, or to explain; higher authority counts for it. */
  default Role decidedBy(Case request) {
    return request.ruling().map(Ruling::decidedBy).orElse(Role.EXECUTIVE_PRODUCER);
  }

  /**
   * The roles that have to approve, each by another person; most kinds need one.
   *
   * @return in any order, never empty
   */
  default List<Role> approvedBy(Case request) {
    return List.of(decidedBy(request));
  }

  /** The roles that have to consent besides. */
  default Set<Role> consents(Case request) {
    return Set.of();
  }

  /**
   * The last look before it takes effect.
   *
   * @throws BusinessRuleException (conflict) if it cannot take effect any more
   */
  default void requireStillPossible(Case request) {}

  /**
   * Does what was approved, in the transaction in which it is.
   *
   * @return what exactly was done, by name, for the ledger; empty if nothing
   * @throws BusinessRuleException (conflict) if it cannot be done any more; then it is not approved
   */
  default Map<String, String> apply(Case request) {
    return Map.of();
  }

  /**
   * What follows, once it is in the ledger that it took effect.
   *
   * @param open the request as it stands before it is approved
   */
  default Runnable following(Case open) {
    return () -> {};
  }

  /**
   * @throws BusinessRuleException (conflict) if something else has to be opened again before
   */
  default void requireReopenable(Case request) {}

  /** Takes back what an approval did, when it counts no more: reopened, or void. */
  default void overturned(Case request) {}

  /** The approval has come to an end, whichever way it got there. */
  default void settled(Case request) {}
}
