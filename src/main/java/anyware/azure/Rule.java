package anyware.azure;

import anyware.net.Direction;
import anyware.net.Protocol;
import java.util.Optional;

/**
 * A rule of a network security group. The group's rules are tried by priority, the first that
 * matches decides, and answers to a connection that was let in or out pass as well. Where none
 * matches, the platform's own rules below ours decide: everything within the virtual network, the
 * platform's probes and all outbound traffic pass, other inbound traffic does not
 * (https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview).
 *
 * @param name unique in its group, at most 80 characters
 * @param description why the rule is there, at most 140 characters
 * @param priority 100 to 4096, lower first; unique in its group and direction
 * @param direction which way, seen from the machines in the group's subnet
 * @param access whether matching traffic passes
 * @param protocol the transport protocol; absent for every protocol, ICMP included
 * @param port the destination port, 1 to 65535; absent for all ports
 * @param source who opens the connection, from any port
 * @param destination who accepts it
 */
public record Rule(
    String name,
    String description,
    int priority,
    Direction direction,
    Access access,
    Optional<Protocol> protocol,
    Optional<Integer> port,
    Side source,
    Side destination) {}
