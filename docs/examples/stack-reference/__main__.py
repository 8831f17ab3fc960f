import pulumi

network = pulumi.StackReference("acme/anyware-network/prod")
hq = network.require_output("sites").apply(lambda sites: sites["hq"])


def first_address(site):
    addresses = site["connectorAddresses"]
    return addresses[0]["address"] if addresses else None


# What a connector's machine needs: its role's group, and one of the reserved addresses.
pulumi.export("connectorGroup", hq.apply(lambda site: site["groups"]["connector"]))
pulumi.export("connectorAddress", hq.apply(first_address))

# Absent without a balancer.
pulumi.export("balancer", hq.apply(lambda site: site.get("balancer", {}).get("id")))
