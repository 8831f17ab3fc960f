# shellcheck shell=bash
# What a user's shell may hold of credentials, by the names that the clouds' own tools and providers give them. The
# only script that knows a cloud by name.

# No credential of the user's reaches pulumi, the program or the offline cloud.
drop_credentials() {
  local name
  for name in $(compgen -e); do
    case $name in
      AWS_* | ARM_* | AZURE_* | GOOGLE_* | GCLOUD_* | CLOUDSDK_* | PULUMI_ACCESS_TOKEN | PULUMI_API) unset "$name" ;;
    esac
  done
}
