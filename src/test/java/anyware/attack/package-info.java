/** States that were changed at random, judged by evaluators that know the vendors' pages alone. */
@org.jspecify.annotations.NullMarked
package anyware.attack;
