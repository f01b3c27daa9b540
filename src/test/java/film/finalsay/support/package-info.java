/** What the tests share: one running product, and hands to work it with. */
package film.finalsay.support;
