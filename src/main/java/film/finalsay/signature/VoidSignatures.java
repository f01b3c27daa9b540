package film.finalsay.signature;

import film.finalsay.approval.Approval;
import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.ApprovalState;
import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Filing;
import film.finalsay.approval.Inputs;
import film.finalsay.film.Film;
import film.finalsay.film.Films;
import film.finalsay.register.ApprovalRegister;
import film.finalsay.register.Settlements;
import film.finalsay.register.Signatures;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells those who signed an approval that it is void, and keeps that they took note. */
@Service
@Transactional
public class VoidSignatures {

  private final VoidSignatureRepository signatures;
  private final Signatures signed;
  private final Films films;
  private final ApprovalRegister register;
  private final Settlements settlements;

  VoidSignatures(
      VoidSignatureRepository signatures,
      Signatures signed,
      Films films,
      ApprovalRegister register,
      Settlements settlements) {
    this.signatures = signatures;
    this.signed = signed;
    this.films = films;
    this.register = register;
    this.settlements = settlements;
  }

  /** What the signers are told. */
  public record Filed(Approval approval, VoidSignature signature) {}

  /**
   * Files what the signers have to know.
   *
   * @throws BusinessRuleException (conflict) unless the approval is void, somebody on the team
   *     signed it, and they have not been told
   */
  public Filed file(Inputs inputs, Filing filing) {
    Film film = films.lock(films.byInput(inputs.text("film", 12)).id());
    films.submitterRole(filing.requester(), film);
    Approval voided = register.byKey(inputs.text("voidedApproval", 40));
    if (!voided.filmId().equals(film.id()) || voided.state() != ApprovalState.VOID) {
      throw BusinessRuleException.conflict(
          "There is no approval %s of %s that is void.".formatted(voided.key(), film.inWords()));
    }
    signatures
        .findByVoided(voided.key())
        .ifPresent(
            told -> {
              throw BusinessRuleException.conflict(
                  "Those who signed %s have been told already, by %s."
                      .formatted(voided.key(), told));
            });
    VoidSignature signature =
        new VoidSignature(
            voided.key(),
            signed.becauseVoid(voided).orElseThrow(),
            signersOnTeam(voided, filing.requester()));
    Approval approval =
        register.file(
            ApprovalKind.SIGNATURE_VOID,
            film,
            filing,
            "%s is void: %s".formatted(voided.key(), voided.subject()),
            null);
    signatures.insert(approval.key(), signature);
    register.requested(approval);
    return new Filed(approval, signature);
  }

  /** Settles it, once each signer knows or has had the time to. */
  public void acknowledged(String processInstanceId) {
    films.lock(register.carriedBy(processInstanceId).filmId());
    settlements.acknowledged(processInstanceId, ApprovalKind.SIGNATURE_VOID);
  }

  @Transactional(readOnly = true)
  public VoidSignature onFile(Approval approval) {
    return signatures.find(approval.key());
  }

  /** The whole of what the signers are told, as texts by name. */
  @Transactional(readOnly = true)
  public Map<String, String> subject(Approval approval) {
    VoidSignature signature = onFile(approval);
    return Map.of(
        "film", approval.filmId(),
        "voidedApproval", signature.voidedKey(),
        "because", signature.because(),
        "signers", String.join(",", signature.signers()));
  }

  private List<String> signersOnTeam(Approval voided, String requester) {
    List<String> signers =
        signed.signers(voided).stream()
            .filter(person -> !person.equals(requester))
            .filter(person -> !films.rolesOf(person, voided.filmId()).isEmpty())
            .toList();
    if (signers.isEmpty()) {
      throw BusinessRuleException.conflict(
          "Nobody on the team has signed %s besides you.".formatted(voided.key()));
    }
    return signers;
  }
}
