package film.finalsay.greenlight;

import java.time.Instant;
import java.util.List;

/**
 * One version of a film's key attachments.
 *
 * @param version from 1
 */
public record AttachmentList(
    int version, List<KeyAttachment> attachments, String savedBy, Instant savedAt) {}
