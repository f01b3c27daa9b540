package film.finalsay.stakeholders;

import static film.finalsay.approval.BusinessRuleException.notFound;

import film.finalsay.approval.Approval;
import film.finalsay.approval.Role;
import film.finalsay.film.Document;
import film.finalsay.film.Documents;
import film.finalsay.film.Film;
import film.finalsay.film.Films;
import film.finalsay.film.Viewer;
import film.finalsay.ledger.Anchor;
import film.finalsay.ledger.Ledger;
import film.finalsay.register.Case;
import film.finalsay.sql.Sql;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The reports that were released, each recipient's as a document of the film. */
@Service
@Transactional(readOnly = true)
public class StakeholderReports {

  private static final String PDF = "application/pdf";

  private final JdbcClient jdbc;
  private final Documents documents;
  private final Films films;
  private final Ledger ledger;
  private final Clock clock;

  StakeholderReports(
      JdbcClient jdbc, Documents documents, Films films, Ledger ledger, Clock clock) {
    this.jdbc = jdbc;
    this.documents = documents;
    this.films = films;
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * What a recipient was given.
   *
   * @param role its id
   * @param document SHA-256 of the PDF
   * @param corrects the number of the report in whose place it is; null if in none's
   */
  public record Copy(
      String approval,
      String subject,
      String role,
      String document,
      String corrects,
      Instant releasedAt) {}

  /** Writes each recipient's, and says by role which document it is. */
  @Transactional
  Map<String, String> release(Case request) {
    Anchor anchor = ledger.anchor(request.film().id());
    Map<String, String> done = new TreeMap<>(Map.of("ledger", anchor.line()));
    for (Recipient recipient : Recipient.values()) {
      if (Report.isTo(request.content(), recipient)) {
        String sha256 = kept(request, recipient, anchor);
        Sql.insert(jdbc, "stakeholder_report")
            .set("approval_key", request.key())
            .set("role", recipient.role.id())
            .set("document", sha256)
            .set("corrects", request.content().find("corrects").orElse(null))
            .set("released_at", clock.instant())
            .run();
        done.put(recipient.role.id(), sha256);
      }
    }
    return done;
  }

  private String kept(Case request, Recipient recipient, Anchor anchor) {
    return documents
        .keep(
            request.film(),
            "report",
            "%s-%s.pdf".formatted(request.key(), recipient.role.id()),
            PDF,
            ReportPdf.of(Report.of(request, recipient), anchor),
            request.approval().requester())
        .sha256();
  }

  boolean isReleased(Film film, String key) {
    return !jdbc.sql(
            """
            select r.role from stakeholder_report r
            join approval a on a.approval_key = r.approval_key
            where a.film_id = :film and r.approval_key = :key
            """)
        .param("film", film.id())
        .param("key", key)
        .query(String.class)
        .list()
        .isEmpty();
  }

  /** Those that this person may read, the newest first: who prepares the film, all of them. */
  public List<Copy> of(Film film, Viewer viewer, int limit, long offset) {
    return jdbc.sql(
            """
            select r.approval_key as approval, a.subject, r.role, r.document, r.corrects,
                   r.released_at
            from stakeholder_report r join approval a on a.approval_key = r.approval_key
            where a.film_id = :film and r.role in (:roles)
            order by r.released_at desc, r.approval_key desc, r.role limit :limit offset :offset
            """)
        .param("film", film.id())
        .param("roles", readable(film, viewer))
        .param("limit", limit)
        .param("offset", offset)
        .query(Sql.rows(Copy.class))
        .list();
  }

  /**
   * The PDF that was given to one role.
   *
   * @param role its id; null for the one that is this person's
   * @throws film.finalsay.approval.BusinessRuleException (not found) if this person has none
   */
  public byte[] pdf(Approval approval, Viewer viewer, String role) {
    Film film = films.byInput(approval.filmId());
    Set<String> readable = readable(film, viewer);
    Document document =
        jdbc
            .sql(
                "select role, document from stakeholder_report where approval_key = :key order by role")
            .param("key", approval.key())
            .query((row, n) -> Map.entry(row.getString("role"), row.getString("document")))
            .list()
            .stream()
            .filter(copy -> readable.contains(copy.getKey()))
            .filter(copy -> role == null || role.equals(copy.getKey()))
            .findFirst()
            .flatMap(copy -> documents.find(film.id(), copy.getValue()))
            .orElseThrow(() -> notFound("%s has no report for you.", approval.key()));
    return documents.content(document);
  }

  private Set<String> readable(Film film, Viewer viewer) {
    Set<Role> roles = films.rolesOf(viewer.person(), film.id());
    boolean all = viewer.administrator() || roles.stream().anyMatch(Role.PRODUCING::contains);
    return Stream.of(Recipient.values())
        .map(recipient -> recipient.role)
        .filter(role -> all || roles.contains(role))
        .map(Role::id)
        // an empty list is no list to a database
        .collect(
            Collectors.collectingAndThen(
                Collectors.toSet(), found -> found.isEmpty() ? Set.of("") : found));
  }
}
