package bench;

import java.util.List;
import java.util.Map;

/** What varies between the benchmark's sizes, as the graph file says it. */
class Graph {
  List<Site> sites;

  static class Site {
    String name;
    String region;
    Map<String, String> tags;
    Network network;
    List<Table> tables;
    List<Group> groups;
    List<PrefixList> lists;
    List<Rule> rules;
    Balancer balancer;
    List<String> addresses;
  }

  static class Network {
    String name;
    String cidr;
  }

  static class Table {
    String name;
    boolean isPublic;
    List<Subnet> subnets;
    Nat nat;
  }

  static class Nat {
    String name;
    String subnet;
  }

  static class Subnet {
    String name;
    String cidr;
    int zone;
  }

  static class Group {
    String name;
    String description;
  }

  static class PrefixList {
    String name;
    String family;
    int most;
    List<String> entries;
  }

  static class Rule {
    String name;
    boolean inbound;
    String group;
    String protocol;
    Integer from;
    Integer to;
    String description;
    String cidr;
    String cidr6;
    String peer;
    String list;
  }

  static class Balancer {
    String name;
    String group;
    int port;
    String targets;
    int targetPort;
  }
}
