package anyware.catalogue;

import anyware.net.Protocol;

/**
 * One other end of a row, with one protocol.
 *
 * @param other who is at the other end
 * @param protocol the transport protocol
 * @param option the setting that switches the leg
 * @param reason what the connection is for, as a short phrase
 */
public record Leg(Party other, Protocol protocol, Option option, String reason) {}
