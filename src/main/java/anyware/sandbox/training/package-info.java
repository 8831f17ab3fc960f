/**
 * A rehearsal of the program before it is used: a stand-in of Pulumi's engine answers it, so that
 * the JVM can record what a run needs (JEP 483 calls it a training run).
 */
@NullMarked
package anyware.sandbox.training;

import org.jspecify.annotations.NullMarked;
