package anyware.settings;

import anyware.net.MalformedException;
import anyware.net.Port;
import anyware.settings.Expectation.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads {@code expect}. */
final class ExpectReader {
  private static final String ALLOWED = "a structure {open, closed} of lists";
  private static final String LIST = "a list of structures {from, to, port, site}";
  private static final String FLOW = "a structure {from, to, port, site}";

  private ExpectReader() {}

  /**
   * The expectations, those that must be open first.
   *
   * @param sites the names of the settings' sites
   */
  static Optional<List<Expectation>> read(Node node, List<String> sites) {
    return node.section(
        ALLOWED,
        expect -> {
          List<Expectation> expectations = new ArrayList<>();
          for (State state : State.values()) {
            expectations.addAll(
                expect.or(state.slug(), list -> list(list, state, sites), List.of()));
          }
          return expectations;
        });
  }

  private static Optional<List<Expectation>> list(Node node, State state, List<String> sites) {
    Optional<List<Node>> items = node.items();
    if (items.isEmpty()) {
      return node.refuseType(LIST, node.structure().isPresent() ? "write it in [ ]" : "");
    }
    List<Expectation> expectations = new ArrayList<>();
    for (Node item : items.get()) {
      item.section(FLOW, flow -> flow(flow, state, sites))
          .flatMap(Function.identity())
          .ifPresent(expectations::add);
    }
    return Optional.of(expectations);
  }

  private static Optional<Expectation> flow(Section flow, State state, List<String> sites) {
    Optional<Endpoint> from = flow.required("from", ExpectReader::endpoint);
    Optional<Endpoint> to = flow.required("to", ExpectReader::endpoint);
    Optional<Port> port = flow.required("port", ExpectReader::port);
    Optional<String> site = flow.optional("site", site(sites));
    if (from.isEmpty() || to.isEmpty() || port.isEmpty()) {
      return Optional.empty();
    }
    if (!from.get().isRole() && !to.get().isRole()) {
      return flow.node()
          .report("addresses at both ends", "a role at one end at least", "name the role");
    }
    return Optional.of(
        new Expectation(flow.node().path(), state, from.get(), to.get(), port.get(), site));
  }

  private static Optional<Endpoint> endpoint(Node node) {
    if (node.isRecorded()) {
      node.expects(
          SettingForms.anyOf(
              List.of(SettingForms.roles(), SettingForms.defined(SettingForms.ADDRESS))));
    }
    return parsed(node, "a role or an address as text", Endpoint::parse);
  }

  private static Optional<Port> port(Node node) {
    if (node.isRecorded()) {
      node.expects(SettingForms.port());
    }
    return parsed(node, "a port with its protocol as text", Port::parse);
  }

  private interface Parser<T> {
    T parse(String text) throws MalformedException;
  }

  private static <T> Optional<T> parsed(Node node, String form, Parser<T> parser) {
    Optional<String> text = node.text();
    if (text.isEmpty()) {
      return node.refuse(form, "");
    }
    try {
      return Optional.of(parser.parse(text.get()));
    } catch (MalformedException e) {
      return node.refuse(e.allowed(), e.fix());
    }
  }

  /** One of the sites; any name where the sites could not be read, which is a problem already. */
  private static ValueReader<String> site(List<String> names) {
    return names.isEmpty()
        ? Scalars.text(Pattern.compile(".*"), "a site's name")
        : Scalars.oneOf(named(names));
  }

  private static Map<String, String> named(List<String> names) {
    Map<String, String> named = new TreeMap<>();
    names.forEach(name -> named.put(name, name));
    return named;
  }
}
