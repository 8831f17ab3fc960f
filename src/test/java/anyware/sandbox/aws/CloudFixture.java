package anyware.sandbox.aws;

import static org.assertj.core.api.Assertions.assertThat;

import anyware.sandbox.engine.Rig;
import anyware.sandbox.spec.Step;
import anyware.sandbox.spec.StoredResource;
import java.io.Closeable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * An offline AWS with a VPC that has all that a load balancer needs, another like it, and a lone
 * one. Texts such as {@code $vpc} stand for the ids of these objects.
 */
final class CloudFixture implements Closeable {
  /** Takes a property away in {@link #with}. */
  static final Object NONE = new Object();

  final Rig rig;
  private final Map<String, String> ids = new TreeMap<>();
  private final Map<String, StoredResource> made = new TreeMap<>();

  /**
   * A case of a table: inputs that are refused.
   *
   * @param name what is wrong
   * @param step when it is refused
   * @param type the type
   * @param inputs the inputs
   * @param expected the start of the only refusal, with its property
   */
  record Case(String name, Step step, String type, Map<String, ?> inputs, String expected) {
    @Override
    public String toString() {
      return type.substring(type.indexOf(':') + 1) + ": " + name;
    }
  }

  CloudFixture(Path folder) {
    this(folder, Quotas.DEFAULT);
  }

  CloudFixture(Path folder, Quotas quotas) {
    rig = Rig.of(Aws.cloud(quotas), Map.of("region", "us-east-1"), folder);
    network("vpc", "10.0");
    network("other", "10.1");
    make("lone", Vpcs.VPC, Map.of("cidrBlock", "10.2.0.0/16"));
    subnet("loneA", "lone", "10.2.1.0/24", "a");
    make("list", ManagedPrefixLists.PREFIX_LIST, ValidInputs.PREFIX_LIST);
    make("allocation", ElasticIps.ELASTIC_IP, Map.of("domain", "vpc"));
    make("balancer", LoadBalancers.LOAD_BALANCER, ValidInputs.LOAD_BALANCER);
    make("second", LoadBalancers.LOAD_BALANCER, ValidInputs.LOAD_BALANCER);
    make(
        "web",
        LoadBalancers.LOAD_BALANCER,
        with(ValidInputs.LOAD_BALANCER, "loadBalancerType", "application"));
    make("role", ServiceRoles.ROLE, ValidInputs.SERVICE_ROLE);
    ids.put("$roleArn", get("$role").outputs().text("arn").orElseThrow());
    make("targets", TargetGroups.TARGET_GROUP, ValidInputs.TARGET_GROUP);
    make("taken", TargetGroups.TARGET_GROUP, ValidInputs.TARGET_GROUP);
    make("foreign", TargetGroups.TARGET_GROUP, with(ValidInputs.TARGET_GROUP, "vpcId", "$other"));
    make(
        "webTargets",
        TargetGroups.TARGET_GROUP,
        with(ValidInputs.TARGET_GROUP, "protocol", "HTTPS", "stickiness", NONE));
    make(
        "listener",
        Listeners.LISTENER,
        with(
            ValidInputs.LISTENER,
            "loadBalancerArn",
            "$second",
            "port",
            8443,
            "defaultActions",
            List.of(ValidInputs.forward("$taken"))));
  }

  private void network(String name, String range) {
    make(name, Vpcs.VPC, Map.of("cidrBlock", range + ".0.0/16"));
    make(name + "Gateway", InternetGateways.INTERNET_GATEWAY, Map.of("vpcId", "$" + name));
    make(name + "Group", SecurityGroups.SECURITY_GROUP, Map.of("vpcId", "$" + name));
    make(name + "Table", RouteTables.ROUTE_TABLE, Map.of("vpcId", "$" + name));
    subnet(name + "A", name, range + ".1.0/24", "a");
    subnet(name + "A2", name, range + ".2.0/24", "a");
    subnet(name + "B", name, range + ".3.0/24", "b");
  }

  private void subnet(String name, String vpc, String range, String zone) {
    make(
        name,
        Subnets.SUBNET,
        Map.of("vpcId", "$" + vpc, "cidrBlock", range, "availabilityZone", "us-east-1" + zone));
  }

  /** Creates an object and gives it a name. */
  StoredResource make(String name, String type, Map<String, ?> inputs) {
    StoredResource object = rig.create(type, name, named(inputs));
    ids.put("$" + name, object.id());
    made.put("$" + name, object);
    return object;
  }

  @Override
  public void close() {
    rig.close();
  }

  /** The object for which a text stands. */
  StoredResource get(String name) {
    return Optional.ofNullable(made.get(name)).orElseThrow();
  }

  /** The id for which a text stands. */
  String id(String name) {
    return ids.getOrDefault(name, name);
  }

  /** The inputs with ids instead of names. */
  Map<String, Object> named(Map<String, ?> inputs) {
    Map<String, Object> named = new TreeMap<>();
    inputs.forEach((property, value) -> named.put(property, idsIn(value)));
    return named;
  }

  private Object idsIn(Object value) {
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .collect(Collectors.toMap(entry -> entry.getKey(), entry -> idsIn(entry.getValue())));
    }
    if (value instanceof List<?> list) {
      return list.stream().map(this::idsIn).toList();
    }
    return value instanceof String text ? id(text) : value;
  }

  /** Tries a case. */
  void refuses(Case wrong) {
    Map<String, Object> inputs = named(wrong.inputs());
    List<String> refusals =
        wrong.step() == Step.CHECK
            ? rig.checkRefusals(wrong.type(), "x", inputs)
            : rig.upRefusals(wrong.type(), "x", inputs);
    String expected = wrong.expected();
    for (Map.Entry<String, String> known : ids.entrySet()) {
      expected = expected.replace("'" + known.getKey() + "'", "'" + known.getValue() + "'");
      expected = expected.replace(known.getKey() + " ", known.getValue() + " ");
    }
    assertThat(refusals).singleElement().asString().startsWith(expected);
  }

  /** The base with some properties set, or taken away. */
  static Map<String, Object> with(Map<String, ?> base, Object... changes) {
    Map<String, Object> changed = new TreeMap<>(base);
    for (int i = 0; i < changes.length; i += 2) {
      if (changes[i + 1] == NONE) {
        changed.remove((String) changes[i]);
      } else {
        changed.put((String) changes[i], changes[i + 1]);
      }
    }
    return changed;
  }

  /**
   * A table under way: every case is the base with changes.
   *
   * @param type the type of all cases
   * @param base inputs that pass
   * @param cases the cases so far
   */
  record Table(String type, Map<String, ?> base, List<Case> cases) {
    static Table of(String type, Map<String, ?> base) {
      return new Table(type, base, new ArrayList<>());
    }

    Table check(String name, String expected, Object... changes) {
      cases.add(new Case(name, Step.CHECK, type, with(base, changes), expected));
      return this;
    }

    Table up(String name, String expected, Object... changes) {
      cases.add(new Case(name, Step.UP, type, with(base, changes), expected));
      return this;
    }
  }
}
