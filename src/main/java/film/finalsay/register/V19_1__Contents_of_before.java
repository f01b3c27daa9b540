package film.finalsay.register;

import film.finalsay.approval.Fingerprint;
import film.finalsay.approval.Money;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.stereotype.Component;

/** Keeps as content what earlier versions kept of each request in a table of its kind. */
@Component
class V19_1__Contents_of_before extends BaseJavaMigration {

  /** For each kind its fields, named as its content has them, after the approval's key. */
  private static final List<String> KEPT =
      List.of(
          """
          select approval_key, version as "version", note as "note" from budget_lock
          """,
          """
          select approval_key, reopens as "approval", reason as "reason" from reopening
          """,
          """
          select approval_key, voided_key as "voidedApproval", because as "because",
                 signers as "signers" from signature_void
          """,
          """
          select approval_key, report as "report", account as "account",
                 explained_by as "explainedBy", because as "because" from cost_variance
          """,
          """
          select o.approval_key, o.report as "report", o.efc_minor as "efc",
                 o.secured_minor as "securedFunds", o.plan as "plan",
                 f.currency as "of"
          from cost_overrun o join film f on f.id = o.film_id
          """,
          """
          select l.approval_key, d.label as "draft", l.note as "note"
          from script_lock l join script_draft d on d.film_id = l.film_id and d.number = l.draft
          """,
          """
          select u.approval_key, u.label as "draft", u.summary as "summary",
                 r.colour as "colour"
          from script_submission u left join script_revision r on r.approval_key = u.approval_key
          """,
          """
          select c.approval_key, c.version as "version", c.kind as "change",
                 c.from_account as "fromAccount", c.to_account as "toAccount",
                 c.amount_minor as "amount", f.currency as "currency", f.currency as "of", c.reason as "reason",
                 case when c.underspends_tried = '' then null else c.underspends_tried end
                  as "underspendsTried", c.override_reason as "overrideReason"
          from budget_change c join film f on f.id = c.film_id
          """,
          """
          select approval_key, logline as "logline", vision as "vision",
                 budget_version as "budgetVersion", script_draft as "scriptDraft",
                 schedule_start as "scheduleStart", schedule_end as "scheduleEnd",
                 finance_plan as "financePlan", sales_estimates as "salesEstimates",
                 key_attachments as "keyAttachments"
          from greenlight_package
          """);

  /** Kept in the smallest unit of the film's currency. */
  private static final Set<String> AMOUNTS = Set.of("efc", "securedFunds", "amount");

  /** Of an amount; no field. */
  private static final String CURRENCY = "of";

  @Override
  public void migrate(Context context) throws SQLException {
    for (String kept : KEPT) {
      try (Statement read = context.getConnection().createStatement();
          ResultSet row = read.executeQuery(kept)) {
        while (row.next()) {
          insert(context.getConnection(), row.getString(1), content(row));
        }
      }
    }
  }

  private static Content content(ResultSet row) throws SQLException {
    Content content = Content.NONE;
    ResultSetMetaData columns = row.getMetaData();
    for (int i = 2; i <= columns.getColumnCount(); i++) {
      String field = columns.getColumnLabel(i);
      Object value = row.getObject(i) instanceof Number number ? number : row.getString(i);
      if (AMOUNTS.contains(field)) {
        Currency currency = Currency.getInstance(row.getString(CURRENCY).trim());
        value = new Money(row.getLong(i), currency).plain();
      }
      content = field.equals(CURRENCY) ? content : content.with(field, value);
    }
    return content;
  }

  private static void insert(Connection database, String approvalKey, Content content)
      throws SQLException {
    try (PreparedStatement insert =
        database.prepareStatement(
            """
            insert into request_content (approval_key, submission, content, content_sha256)
            values (?, 1 + (select count(*) from decision
                            where approval_key = ? and outcome = 'RESUBMIT'), ?, ?)
            """)) {
      insert.setString(1, approvalKey);
      insert.setString(2, approvalKey);
      insert.setString(3, content.written());
      insert.setString(4, Fingerprint.of(content.fields()));
      insert.executeUpdate();
    }
  }
}
