/**
 * The language in which the offline clouds' resource types are specified. A specification reads
 * like the table of the vendor's page, and is a plain immutable value:
 *
 * <pre>{@code
 * ResourceType.named("aws:ec2/subnet:Subnet", "https://docs.aws.amazon.com/...")
 *     .has(
 *         required("vpcId", text().naming(Reference.to(
 *             "InvalidVpcID.NotFound: The vpc ID '{value}' does not exist", VPC))).replaces(),
 *         optional("cidrBlock", text().where("\"{value}\" is no CIDR block", Range::isExactV4)),
 *         optional("mapPublicIpOnLaunch", flag()).defaultsTo(false),
 *         optional("availabilityZone", text()).orComputed((at, around) -> zoneOf(at)),
 *         computed("arn", (at, around) -> "arn:aws:ec2:...:subnet/" + at.id()))
 *     .idIs(at -> "subnet-0" + at.hex("id", 16))
 *     .constraint(refuseIn("cidrBlock", "InvalidSubnet.Conflict: ...", at -> overlaps(at)).at(Step.UP))
 *     .inUse("DependencyViolation: The subnet '{id}' has dependencies and cannot be deleted.")
 *     .build();
 * }</pre>
 *
 * <h2>Values</h2>
 *
 * <p>A {@link anyware.sandbox.spec.Shape} says what a value may be: {@code text}, {@code whole},
 * {@code decimal}, {@code flag}, {@code listOf}, {@code setOf}, {@code mapOf}, {@code object}.
 * Limits follow it: {@code oneOf}, {@code matching}, {@code length}, {@code between}, {@code
 * items}, {@code where}. Limits are refused at check, so that a preview fails; {@code
 * refusedAtUp()} moves all limits <em>before</em> it to the cloud's API, those after it stay:
 * {@code text().matching(ALPHABET, message).refusedAtUp().length(0, 255)}.
 *
 * <h2>Properties</h2>
 *
 * <p>{@link anyware.sandbox.spec.Property}: {@code required}, {@code optional}, or {@code computed}
 * (an output, refused as an input). {@code replaces()}: a change replaces the resource; it works on
 * nested properties too; {@code replacesWhen} asks the old and the new value, and the type's {@code
 * replacedOn} the old and the new inputs. {@code defaultsTo}: the provider puts it into the inputs
 * at check. {@code orComputed}: the cloud fills it in when the program does not, and this is never
 * a change. {@code shownAs}: the output differs from what the program set. {@code kept}: leaving it
 * out is no change, nor is writing what the object has. Computations are pure: they run again on
 * every update, and get the enclosing object as their second argument, so that a nested part can
 * build its own id. In the preview of a create all of them are unknown.
 *
 * <h2>References and dependents</h2>
 *
 * <p>{@code text().naming(Reference.to(message, kinds...))}: the value must name an object that
 * exists, as the connection sees it (its region, its project: {@link
 * anyware.sandbox.spec.Cloud.Scope}), when the owner is created or updated. The same declaration
 * guards the delete of what is named: it is refused with that type's {@code inUse} message ({@code
 * {users}} lists who uses it), unless the reference is {@code cascading()} or {@code loose()}. A
 * type is known by its id, by the outputs in {@code knownBy}, and through {@code part} by parts of
 * any kind, such as a subnet written inside its network. An object may name its own parts. An
 * update that drops a part in use is refused like a delete.
 *
 * <h2>Constraints</h2>
 *
 * <p>{@link anyware.sandbox.spec.Constraints} has the usual ones: {@code exactlyOneOf}, {@code
 * refuse}, {@code refuseIn} (sees the cloud), {@code refuseFor} (words the message itself), {@code
 * refuseEach}, {@code uniqueIn} (within one list). {@code at(Step.UP)} moves a constraint to the
 * API, {@code at(Step.DELETE)} to the delete. A constraint that reads an unknown value is skipped
 * in that preview; {@code has} does not count as reading. {@code unique} keeps two objects of one
 * scope apart, at {@link anyware.sandbox.spec.Step#UP}.
 *
 * <p>Messages are the vendor's wording. Limits and references fill in {@code {value}}, limits also
 * {@code {property}}; constraints, {@code unique} and the type's own messages fill in inputs by
 * name (nothing when absent), the type's own also {@code {id}}.
 *
 * <p>{@code displaces}: a new object takes something away from others, which are gone then without
 * having been deleted.
 *
 * <h2>Order of refusal</h2>
 *
 * <p>Check: automatic name, defaults, {@code completedBy}, then kinds, unknown and missing
 * properties, limits and constraints, all reported together. Create and update: late limits and
 * references; then {@code idIs} and whether the id is taken; then the {@code UP} constraints; all
 * of these may rely on references. Then outputs, names of own parts, duplicates. Delete: {@code
 * DELETE} constraints, then dependents. Before all of these stand {@code oneAtATime}, which names
 * what a change locks, and {@code notDuring}, which names what it uses.
 *
 * <h2>A cloud</h2>
 *
 * <p>{@link anyware.sandbox.spec.Cloud#of} takes the provider's settings, the scope, the types and
 * the {@link anyware.sandbox.spec.ProviderFunction}s. Only declared settings are kept, and only
 * texts among them are written down with an object: declare no credential. {@code forgetting} names
 * the settings that the provider knows besides, and has the rest refused. {@code
 * deleteBeforeReplace()} is for types whose real provider always deletes first; a type with an
 * automatic name does so anyway once the program fixes the name. What real providers do badly has
 * words of its own: {@code soughtAs} (an object is looked for where the state says that it is) and
 * {@code keepsRefusedUpdates} (refused values are written into the state).
 */
@NullMarked
package anyware.sandbox.spec;

import org.jspecify.annotations.NullMarked;
