/** What a site on AWS is asked for, what AWS would refuse, and how it is registered. */
@NullMarked
package anyware.aws;

import org.jspecify.annotations.NullMarked;
