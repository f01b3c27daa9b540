package film.finalsay.approval;

/**
 * A file that came with a request.
 *
 * @param mediaType null if the sender did not say
 */
public record AttachedFile(String fileName, String mediaType, byte[] content) {}
