/**
 * The register of approvals: what was asked for, who answered what in which role, where it stands.
 */
package film.finalsay.register;
