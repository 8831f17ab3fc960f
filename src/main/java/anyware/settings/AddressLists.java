package anyware.settings;

import anyware.net.AddressSet;
import anyware.net.Cidr;
import anyware.net.MalformedException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The kinds of settings that are addresses. */
final class AddressLists {
  private static final String LIST = "a list of addresses";
  private static final String LIST_WITH_SOME = "a list of one address at least";

  private AddressLists() {}

  /** A list of addresses and prefixes; may be empty. */
  static Optional<AddressSet> any(Node node) {
    return read(node, LIST);
  }

  /** A list of one address or prefix at least. */
  static Optional<AddressSet> some(Node node) {
    if (node.isRecorded()) {
      node.expects(SettingForms.notEmpty());
    }
    if (node.items().filter(List::isEmpty).isPresent()) {
      return node.report("an empty list", LIST_WITH_SOME, "");
    }
    return read(node, LIST_WITH_SOME);
  }

  /** The well-formed ones of the list, so that checks of the whole list still see them. */
  private static Optional<AddressSet> read(Node node, String allowed) {
    Optional<List<Node>> items = node.items();
    if (items.isEmpty()) {
      return node.refuseType(allowed, node.text().isPresent() ? "write it in [ ]" : "");
    }
    Map<Cidr, Node> distinct = new LinkedHashMap<>();
    for (Node item : items.get()) {
      Optional<Cidr> cidr = cidr(item);
      Optional<Node> earlier =
          cidr.flatMap(c -> Optional.ofNullable(distinct.putIfAbsent(c, item)));
      earlier.ifPresent(
          e -> item.refuse("each address once", "remove it, " + e.path() + " is the same"));
    }
    return Optional.of(AddressSet.of(distinct.keySet()));
  }

  /** An address or prefix without host bits. */
  static Optional<Cidr> cidr(Node node) {
    if (node.isRecorded()) {
      node.expects(SettingForms.defined(SettingForms.ADDRESS));
    }
    Optional<String> text = node.text();
    if (text.isEmpty()) {
      return node.refuse("an IPv4 or IPv6 address or prefix as text", "");
    }
    try {
      return Optional.of(Cidr.parse(text.get()));
    } catch (MalformedException e) {
      return node.refuse(e.allowed(), e.fix());
    }
  }
}
