package main

import "github.com/pulumi/pulumi/sdk/v3/go/pulumi"

// field reads one part of an output; nothing where it is absent.
func field(value any, key string) any {
	part, _ := value.(map[string]any)
	return part[key]
}

func main() {
	pulumi.Run(func(ctx *pulumi.Context) error {
		network, err := pulumi.NewStackReference(ctx, "acme/anyware-network/prod", nil)
		if err != nil {
			return err
		}
		hq := network.GetOutput(pulumi.String("sites")).ApplyT(func(sites any) any {
			return field(sites, "hq")
		})

		// What a connector's machine needs: its role's group, and one of the reserved addresses.
		ctx.Export("connectorGroup", hq.ApplyT(func(site any) any {
			return field(field(site, "groups"), "connector")
		}))
		ctx.Export("connectorAddress", hq.ApplyT(func(site any) any {
			addresses, _ := field(site, "connectorAddresses").([]any)
			if len(addresses) == 0 {
				return nil
			}
			return field(addresses[0], "address")
		}))

		// Absent without a balancer.
		ctx.Export("balancer", hq.ApplyT(func(site any) any {
			return field(field(site, "balancer"), "id")
		}))
		return nil
	})
}
