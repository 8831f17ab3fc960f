import * as pulumi from "@pulumi/pulumi";

const network = new pulumi.StackReference("acme/anyware-network/prod");
const hq = network.requireOutput("sites").apply((sites) => sites.hq);

// What a connector's machine needs: its role's group, and one of the reserved addresses.
export const connectorGroup = hq.apply((site) => site.groups.connector);
export const connectorAddress = hq.apply((site) => site.connectorAddresses[0]?.address);

// Absent without a balancer.
export const balancer = hq.apply((site) => site.balancer?.id);
