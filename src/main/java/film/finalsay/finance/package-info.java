/** How a film is paid for, and what it may sell for: versions that stay as they were saved. */
package film.finalsay.finance;
