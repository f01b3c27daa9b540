package film.finalsay.signature;

import static film.finalsay.approval.BusinessRuleException.conflict;

import film.finalsay.approval.Approval;
import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.ApprovalState;
import film.finalsay.approval.Markdown;
import film.finalsay.approval.OnEveryForm;
import film.finalsay.approval.Role;
import film.finalsay.film.Film;
import film.finalsay.film.Films;
import film.finalsay.register.ApprovalRegister;
import film.finalsay.register.Asking;
import film.finalsay.register.Case;
import film.finalsay.register.Content;
import film.finalsay.register.Declaration;
import film.finalsay.register.Declaration.Trait;
import film.finalsay.register.RequestKind;
import film.finalsay.register.Signatures;
import film.finalsay.register.Submission;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Tells those who signed an approval that it is void: each takes note, or has had the time to.
 * Nobody decides anything.
 */
@Component
class VoidSignatureNotice implements RequestKind {

  private static final String VOIDED = "voidedApproval";
  private static final String BECAUSE = "because";
  private static final String SIGNERS = "signers";

  private static final Map<ApprovalKind, String> CONSEQUENCES =
      Map.of(
          ApprovalKind.GREENLIGHT,
          "The film is back in development, and nothing of its budget is spent until it is greenlit anew.",
          ApprovalKind.SCRIPT_APPROVAL,
          "The draft is not the approved script any more.",
          ApprovalKind.SCRIPT_LOCK,
          "The script is not locked any more.",
          ApprovalKind.SCRIPT_REVISION,
          "The script that the set revised is the current one again.");

  private final Signatures signatures;
  private final Films films;
  private final ApprovalRegister register;

  VoidSignatureNotice(Signatures signatures, Films films, ApprovalRegister register) {
    this.signatures = signatures;
    this.films = films;
    this.register = register;
  }

  @Override
  public Declaration declared() {
    return Declaration.of(
            ApprovalKind.SIGNATURE_VOID,
            "SV",
            Trait.HAS_TO_BE_ANSWERED,
            Trait.GOES_ON_AFTER_DELIVERY)
        .askedBy(Role.SUBMITTING)
        .about(null);
  }

  @Override
  public ApprovalState goal() {
    return ApprovalState.ACKNOWLEDGED;
  }

  @Override
  public Submission submit(Asking asking) {
    Film film = asking.film();
    Approval voided = register.byKey(asking.sent().text(VOIDED, 40));
    if (!voided.filmId().equals(film.id()) || voided.state() != ApprovalState.VOID) {
      throw conflict("There is no approval %s of %s that is void.", voided.key(), film.inWords());
    }
    register.filed(film, kind()).stream()
        .filter(told -> told.content().text(VOIDED).equals(voided.key()))
        .findFirst()
        .ifPresent(
            told -> {
              throw conflict(
                  "Those who signed %s have been told already, by %s.", voided.key(), told.key());
            });
    return Submission.of(
        "%s is void: %s".formatted(voided.key(), voided.subject()),
        null,
        Content.of(VOIDED, voided.key())
            .with(BECAUSE, signatures.becauseVoid(voided).orElseThrow())
            .with(SIGNERS, String.join(",", signersOnTeam(voided, asking.requester()))));
  }

  private List<String> signersOnTeam(Approval voided, String requester) {
    List<String> signers =
        signatures.signers(voided).stream()
            .filter(person -> !person.equals(requester))
            .filter(person -> !films.rolesOf(person, voided.filmId()).isEmpty())
            .toList();
    if (signers.isEmpty()) {
      throw conflict("Nobody on the team has signed %s besides you.", voided.key());
    }
    return signers;
  }

  /** A signer is told as a person, in whatever role they are on the team by now. */
  @Override
  public Map<String, Object> variables(Case notice) {
    return Map.of(
        VOIDED,
        notice.content().text(VOIDED),
        SIGNERS,
        notice.content().text(SIGNERS),
        "signerRoles",
        Role.ids(Arrays.asList(Role.values())));
  }

  @Override
  public Map<String, String> brief(Case notice) {
    Approval voided = register.byKey(notice.content().text(VOIDED));
    return Map.of(
        "voidedText", "%s, %s".formatted(voided.key(), Markdown.row(voided.subject())),
        "becauseText", Markdown.plain(notice.content().text(BECAUSE)),
        "consequenceText", CONSEQUENCES.getOrDefault(voided.kind(), "It does not count any more."));
  }

  /** Whose name it is filed in did not ask for it. */
  @Override
  public Map<String, String> card(Case notice, String about) {
    return Map.of(OnEveryForm.REQUESTED_BY, "the product itself");
  }
}
