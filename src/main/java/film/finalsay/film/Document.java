package film.finalsay.film;

/**
 * A document of a film, found by what it contains.
 *
 * @param sha256 of the content, 64 lower-case hexadecimal digits
 * @param size in bytes
 */
public record Document(String sha256, String fileName, String mediaType, long size) {

  /** As a form names it: {@code nova-draft-2.pdf, 112 KB}. */
  public String inWords() {
    return fileName + ", " + (size < 1024 ? size + " bytes" : (size + 512) / 1024 + " KB");
  }
}
