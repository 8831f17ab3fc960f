/** JSON files of others, read part by part; every problem with its path. */
@NullMarked
package anyware.json;

import org.jspecify.annotations.NullMarked;
