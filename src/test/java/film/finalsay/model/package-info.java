/** Budget changes held against a small independent model of them. */
package film.finalsay.model;
