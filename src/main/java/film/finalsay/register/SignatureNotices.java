package film.finalsay.register;

import film.finalsay.approval.Approval;

/** Tells those who signed something that it is void. */
public interface SignatureNotices {

  /**
   * @param requester who asks them to take note: somebody on the team who may ask for approvals
   */
  void tell(Approval voided, String requester);
}
