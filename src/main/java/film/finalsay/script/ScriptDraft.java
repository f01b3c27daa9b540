package film.finalsay.script;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import film.finalsay.film.Document;
import film.finalsay.script.reading.ScriptFormat;
import java.time.Instant;
import java.time.LocalDate;

/**
 * One draft of a film's script: a label that people use, bound to one exact document.
 *
 * @param number of the drafts of the film, from 1 in the order in which they came
 * @param label such as {@code Draft 2}, unique for the film
 * @param date of the draft, as whoever submitted it says, else the day on which it came
 * @param colour of its paper, such as {@code Blue}; null for a draft from before the lock
 * @param format null if the file was not looked at, as in the beginning
 * @param pages null if nobody knows, as of a PDF
 * @param pagesBasis null if there are no pages
 * @param approvalKey the approval in which it was last submitted
 * @param approvedAt when it was approved; null if it never was
 */
public record ScriptDraft(
    @JsonIgnore String filmId,
    int number,
    String label,
    LocalDate date,
    String colour,
    ScriptFormat format,
    Integer pages,
    PagesBasis pagesBasis,
    @JsonIgnore Document document,
    DraftState state,
    @JsonProperty("approval") String approvalKey,
    String submittedBy,
    Instant submittedAt,
    Instant approvedAt) {

  @JsonProperty
  public String sha256() {
    return document.sha256();
  }

  @JsonProperty
  public String fileName() {
    return document.fileName();
  }

  @JsonProperty
  public long size() {
    return document.size();
  }

  /** As a form names it: {@code Draft 2 · nova-draft-2.pdf, 112 KB}. */
  public String inWords() {
    return label
        + (colour == null ? "" : " (%s)".formatted(colour))
        + " · "
        + document.inWords()
        + (pages == null ? "" : ", " + pagesInWords());
  }

  /** Also one that another has taken the place of. */
  public boolean wasApproved() {
    return state == DraftState.APPROVED || state == DraftState.SUPERSEDED;
  }

  ScriptDraft superseded() {
    return in(DraftState.SUPERSEDED, colour, approvedAt);
  }

  ScriptDraft approved(Instant when) {
    return in(DraftState.APPROVED, colour, when);
  }

  /** Approved no more: its approval was opened again, or became void. */
  ScriptDraft overturned() {
    return in(DraftState.OVERTURNED, colour, approvedAt);
  }

  ScriptDraft on(String paper) {
    return in(state, paper, approvedAt);
  }

  private String pagesInWords() {
    return (pagesBasis == PagesBasis.ESTIMATED ? "about " : "")
        + (pages == 1 ? "1 page" : pages + " pages");
  }

  private ScriptDraft in(DraftState newState, String paper, Instant approved) {
    return new ScriptDraft(
        filmId,
        number,
        label,
        date,
        paper,
        format,
        pages,
        pagesBasis,
        document,
        newState,
        approvalKey,
        submittedBy,
        submittedAt,
        approved);
  }
}
