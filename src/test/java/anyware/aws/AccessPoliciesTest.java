package anyware.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AccessPoliciesTest {
  @Test
  void rolesAreTheLogWritersAloneAndZonesHaveNoRegion() {
    Map<String, Object> document =
        AccessPolicies.of(
                "dev",
                new TreeMap<>(
                    Map.of(
                        "us-east-1",
                        List.of("ec2:CreateVpc", "iam:CreateRole", "route53:GetChange"))))
            .get(0)
            .document();

    assertThat(String.valueOf(document.get("Statement")))
        .isEqualTo(
            "[{Sid=Network, Effect=Allow, Action=[ec2:CreateVpc], Resource=*,"
                + " Condition={StringEquals={aws:RequestedRegion=[us-east-1]}}},"
                + " {Sid=LogWriters, Effect=Allow, Action=[iam:CreateRole],"
                + " Resource=arn:*:iam::*:role/*-flows-*},"
                + " {Sid=Names, Effect=Allow, Action=[route53:GetChange], Resource=*}]");
  }
}
