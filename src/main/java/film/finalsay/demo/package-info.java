/** A demo company to try everything with. It exists in the default profile only. */
package film.finalsay.demo;
