import { makeIdentity } from "../../test/support/provider-process";
import { startProvider } from "../started-provider";

/**
 * Starts a provider as Terraform does, has it answer what every command asks, and ends it: a run that is typical
 * for what a code cache should hold.
 */
export async function warmUp(command: readonly [string, ...string[]]): Promise<void> {
  const provider = await startProvider(command, await makeIdentity());
  await provider.call("/tfplugin6.Provider/GetProviderSchema");
  await provider.shutdown();
}
