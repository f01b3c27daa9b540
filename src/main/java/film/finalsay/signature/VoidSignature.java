package film.finalsay.signature;

import java.util.List;

/**
 * An approval that became void after people had signed it.
 *
 * @param voidedKey the approval
 * @param because what is not as it was signed, in a sentence
 * @param signers who has to take note: those who signed and are on the team; at least one
 */
public record VoidSignature(String voidedKey, String because, List<String> signers) {}
