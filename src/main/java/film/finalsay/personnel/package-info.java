/** Who is engaged on a film, from the director to a day player, and the approvals by which. */
package film.finalsay.personnel;
