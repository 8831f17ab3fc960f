package anyware.sandbox.spec;

import java.util.List;
import java.util.Optional;

/** What a constraint or a computation may look at while the cloud handles one request. */
public interface RequestContext {
  /**
   * The inputs, with defaults and automatic names filled in.
   *
   * @return the inputs
   */
  Props inputs();

  /** The connection's declared settings, such as the region. */
  Props settings();

  /**
   * The resource's logical name in the program.
   *
   * @return the name
   */
  String logicalName();

  /**
   * The object's id.
   *
   * @return the id
   * @throws UnknownValueException before the object exists
   */
  String id();

  /**
   * The object as it was before an update or a delete.
   *
   * @return the object, empty on create
   */
  Optional<StoredResource> old();

  /**
   * Finds an object of the cloud, as the connection sees it (its region, its project).
   *
   * @param kind a resource type's token or a kind of part
   * @param name an id, ARN, link or whatever the type is known by
   * @return the object
   */
  Optional<StoredResource> find(String kind, String name);

  /**
   * Lists the objects of a type, whatever their region.
   *
   * @param type a resource type's token
   * @return the objects, by id
   */
  List<StoredResource> all(String type);

  /**
   * Lists the objects with a reference to an object.
   *
   * @param target the object
   * @return the objects that name it, in no order
   */
  List<StoredResource> referrers(StoredResource target);

  /**
   * Makes hexadecimal digits that look random, and stay the same for the object's life.
   *
   * @param purpose tells several such values of one object apart
   * @param digits how many, 1 to 64
   * @return the digits
   * @throws UnknownValueException before the object exists
   */
  String hex(String purpose, int digits);

  /**
   * Makes decimal digits that look random, and stay the same for the object's life; the first one
   * is not 0.
   *
   * @param purpose tells several such values of one object apart
   * @param digits how many, 1 to 19
   * @return the digits
   * @throws UnknownValueException before the object exists
   */
  String digits(String purpose, int digits);

  /**
   * Makes a UUID that looks random, and stays the same for the object's life.
   *
   * @param purpose tells several such values of one object apart
   * @return the UUID in lower case
   * @throws UnknownValueException before the object exists
   */
  default String uuid(String purpose) {
    String hex = hex(purpose, 32);
    return String.join(
        "-",
        hex.substring(0, 8),
        hex.substring(8, 12),
        "4" + hex.substring(13, 16),
        "a" + hex.substring(17, 20),
        hex.substring(20));
  }

  /**
   * Gives the object a public IPv4 address of the documentation ranges (RFC 5737), its own until it
   * is deleted.
   *
   * @param slot tells several addresses of one object apart
   * @return the address
   * @throws UnknownValueException before the object exists
   * @throws RefusedException when all 762 addresses are taken
   */
  String publicAddress(String slot);
}
