package anyware.settings;

import anyware.net.AddressSet;

/**
 * The outside parties' addresses.
 *
 * @param clients PCoIP clients; not empty
 * @param administrators administrators' browsers; may be empty
 * @param domainControllers domain controllers; not empty
 * @param dns DNS servers; not empty
 * @param anywareManager Anyware Manager as a Service; not empty
 * @param cloudLicenseServer PCoIP Cloud License Server; not empty
 * @param sumoLogic SumoLogic; may be empty
 * @param workstations workstations outside the sites' networks; may be empty
 */
public record Peers(
    AddressSet clients,
    AddressSet administrators,
    AddressSet domainControllers,
    AddressSet dns,
    AddressSet anywareManager,
    AddressSet cloudLicenseServer,
    AddressSet sumoLogic,
    AddressSet workstations) {}
