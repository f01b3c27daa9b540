package film.finalsay.register;

import film.finalsay.approval.Approval;
import film.finalsay.approval.ApprovalState;
import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Role;
import film.finalsay.approval.TableWatch;
import film.finalsay.authority.AuthorityTable;
import film.finalsay.authority.AuthorityTables;
import film.finalsay.authority.Ruled;
import film.finalsay.authority.Ruling;
import film.finalsay.authority.Rulings;
import film.finalsay.authority.StandIns;
import film.finalsay.film.Film;
import film.finalsay.film.Films;
import film.finalsay.film.TableVersions;
import film.finalsay.ledger.Happening;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Who decides a request and who is heard on it, for the kinds that an authority table decides. */
@Component
class Authorities implements TableWatch {

  private final RequestKinds kinds;
  private final AuthorityTables tables;
  private final Rulings rulings;
  private final TableVersions versions;
  private final Recusals recusals;
  private final ApprovalEntries entries;
  private final Films films;
  private final Clock clock;

  Authorities(
      RequestKinds kinds,
      AuthorityTables tables,
      Rulings rulings,
      TableVersions versions,
      Recusals recusals,
      ApprovalEntries entries,
      Films films,
      Clock clock) {
    this.kinds = kinds;
    this.tables = tables;
    this.rulings = rulings;
    this.versions = versions;
    this.recusals = recusals;
    this.entries = entries;
    this.films = films;
    this.clock = clock;
  }

  /**
   * What the kind's table says of a request: in the version that counted when it was first asked
   * for, raised to whom stands in where all who hold the role have an interest in it.
   *
   * @param asked what the table is asked, by name
   * @return null for a kind that has no table
   * @throws BusinessRuleException (conflict) if the table names nobody who may decide it
   */
  Ruled weigh(Case request, Map<String, Object> asked) {
    AuthorityTable table = request.kind().declared().ruledBy();
    if (table == null) {
      return null;
    }
    int version =
        Optional.ofNullable(request.ruled()).map(Ruled::version).orElseGet(() -> latest(table));
    Ruling ruling = tables.rule(table, version, asked);
    request.kind().requireRuling(asked, ruling);
    StandIns standIns =
        new StandIns(
            request.approval().requester(),
            films.holdersOfRoles(request.film().id(), request.kind().matter()),
            recusals.of(request));
    return new Ruled(standIns.apply(ruling), table.id(), version);
  }

  private int latest(AuthorityTable table) {
    return tables.latestVersion(table);
  }

  /**
   * A request as it would be, for whoever looks before asking.
   *
   * @param before the request that it would take the place of; null for a new one
   */
  Case draft(
      RequestKind kind, Film film, String requester, Role role, Submission asked, Case before) {
    Approval approval =
        new Approval(
            null,
            kind.kind(),
            film.id(),
            null,
            asked.subject(),
            requester,
            role,
            ApprovalState.PENDING,
            asked.amount(),
            clock.instant(),
            null);
    Ruled earlier = before == null ? null : before.ruled();
    Case request = new Case(kind, approval, film, asked.content(), List.of(), earlier);
    return request.ruled(weigh(request, asked.ruledWith()));
  }

  /** Puts on file who decides it. Call it with the film locked, and the content on file. */
  void rule(Case request, Map<String, Object> asked) {
    Ruled ruled = weigh(request, asked);
    if (ruled != null) {
      rulings.save(request.key(), ruled);
    }
  }

  /** Enters in the ledger who decides it, and why. */
  void enter(Case request) {
    request
        .ruling()
        .ifPresent(
            ruling ->
                entries.ruled(
                    request.approval(), ruling.decidedBy(), ruling.consents(), ruling.because()));
  }

  /** Those who are heard on it, as far as somebody on the team can be today. */
  Set<Role> consulted(Case request) {
    Set<Role> held =
        films.holdersOfRoles(request.film().id()).values().stream()
            .flatMap(Set::stream)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    held.retainAll(request.kind().consulted(request));
    return held;
  }

  @Override
  public void requireSound(String table, byte[] model) {
    kinds
        .ruledBy(table)
        .ifPresent(
            kind ->
                tables.requireSound(
                    kind.declared().ruledBy(), model, Role.PARTIES, kind::requireRuling));
  }

  @Override
  public void inForce(String table, int version, String sha256, String person) {
    if (kinds.ruledBy(table).isPresent()) {
      versions.inForce(Happening.AUTHORITY_TABLE_CHANGED, table, version, sha256, person);
    }
  }
}
