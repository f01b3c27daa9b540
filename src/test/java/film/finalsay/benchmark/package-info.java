/** How fast the task list and a whole approval are, beside the engine as shipped; by a profile. */
package film.finalsay.benchmark;
