/** The main job as a user does it: the real engine, the program as packaged, the offline cloud. */
@NullMarked
package anyware.endtoend;

import org.jspecify.annotations.NullMarked;
