/** What each cloud can do, behind one interface, and a site planned for one of them. */
@NullMarked
package anyware.platform;

import org.jspecify.annotations.NullMarked;
