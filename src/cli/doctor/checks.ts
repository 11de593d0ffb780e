import type { Check } from "./check";
import { configurationCheck } from "./configuration/configuration-check";
import { credentialsCheck } from "./configuration/credentials-check";
import { lockFileCheck } from "./configuration/lock-file-check";
import { certificateCheck } from "./entra/certificate-check";
import { credentialCheck } from "./entra/credential-check";
import { destinationCheck } from "./entra/destination-check";
import { permissionsCheck } from "./entra/permissions-check";
import { signInCheck } from "./entra/sign-in-check";
import { folderCheck } from "./infisical/folder-check";
import { loginCheck } from "./infisical/login-check";
import { valueCheck } from "./infisical/value-check";
import { debugSwitchesCheck } from "./machine/debug-switches-check";
import { nodeCheck } from "./machine/node-check";
import { platformCheck } from "./machine/platform-check";
import { terraformCheck } from "./machine/terraform-check";
import { allowedHostsCheck } from "./network/allowed-hosts-check";
import { authoritiesCheck } from "./network/authorities-check";
import { clockCheck } from "./network/clock-check";
import { proxyCheck } from "./network/proxy-check";
import { reachCheck } from "./network/reach-check";
import { authorityServer, graphServer, infisicalServer } from "./network/servers";
import { cliConfigurationCheck } from "./provider/cli-configuration-check";
import { installedCheck } from "./provider/installed-check";

/** Every check, in the order in which they are shown. Another one is a file of its own and a line here. */
export const checks: readonly Check[] = [
  nodeCheck,
  platformCheck,
  terraformCheck,
  debugSwitchesCheck,
  installedCheck,
  cliConfigurationCheck,
  configurationCheck,
  lockFileCheck,
  credentialsCheck,
  allowedHostsCheck,
  authoritiesCheck,
  proxyCheck,
  reachCheck("reach-infisical", "Infisical's server", infisicalServer),
  reachCheck("reach-entra", "Microsoft's sign-in server", authorityServer),
  reachCheck("reach-graph", "Microsoft Graph's server", graphServer),
  clockCheck,
  loginCheck,
  folderCheck,
  valueCheck,
  credentialCheck,
  certificateCheck,
  signInCheck,
  permissionsCheck,
  destinationCheck,
];
