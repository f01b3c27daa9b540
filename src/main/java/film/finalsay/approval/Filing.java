package film.finalsay.approval;

import java.util.Map;

/**
 * Who files a request, and by which process.
 *
 * @param requester the person who asks, taken from the login and never from what was sent
 * @param callerKey the caller's own key for it, such as a purchase order's number: sent again, it
 *     is the same request and not another; null if the caller has none
 * @param process what the process is called
 * @param labels how the form that asked calls its fields, by their names; empty if no form did
 */
public record Filing(
    String requester,
    String processInstanceId,
    String callerKey,
    String process,
    Map<String, String> labels) {}
