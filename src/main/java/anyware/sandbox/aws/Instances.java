package anyware.sandbox.aws;

import static anyware.sandbox.spec.Shape.text;

import anyware.sandbox.spec.RequestContext;
import anyware.sandbox.spec.Shape;
import anyware.sandbox.spec.StoredResource;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Virtual machines. The offline cloud makes none: an id of the right form is taken to be one that
 * somebody runs, in whatever VPC suits, unless a network interface says that it is attached to it
 * (https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/resource-ids.html).
 */
final class Instances {
  private static final Pattern FORM = Pattern.compile("i-([0-9a-f]{8}|[0-9a-f]{17})");

  /** A text that names an instance. */
  static final Shape INSTANCE_ID =
      text()
          .where(
              "InvalidInstanceID.Malformed: Invalid id: \"{value}\"",
              value -> isId(String.valueOf(value)))
          .refusedAtUp();

  private Instances() {}

  /** Tells whether a text has the form of an instance's id. */
  static boolean isId(String text) {
    return FORM.matcher(text).matches();
  }

  /**
   * Finds the interface by which an instance is known.
   *
   * @param request the request
   * @param instance the instance's id
   * @return its interface; empty where the cloud knows nothing of the instance
   */
  static Optional<StoredResource> networkInterface(RequestContext request, String instance) {
    return request.all(NetworkInterfaces.NETWORK_INTERFACE).stream()
        .filter(one -> request.find(one.type(), one.id()).isPresent())
        .filter(
            one ->
                one.inputs().objects("attachments").stream()
                    .anyMatch(attachment -> attachment.text("instance", "").equals(instance)))
        .findFirst();
  }
}
