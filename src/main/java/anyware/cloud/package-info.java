/** What a cloud declares of itself: its name, the forms that it gives settings, and its traits. */
@NullMarked
package anyware.cloud;

import org.jspecify.annotations.NullMarked;
