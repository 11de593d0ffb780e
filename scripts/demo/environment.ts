import type { DemoFolder } from "./folder";

/** A person's own settings of the tools and clouds, none of which may reach the demo. */
const FOREIGN =
  /^(TF|CDKTF|ARM|AZURE|INFISICAL|ENTRASCIM|ACTIONS|SYSTEM|IDENTITY)_|^(MSI_ENDPOINT|MSI_SECRET)$/;

/**
 * The environment of every command that the demo runs: the caller's without its own settings of Terraform, cdktf,
 * Azure and Infisical, with a home and a temporary folder of the demo's.
 */
export function demoEnvironment(env: NodeJS.ProcessEnv, folder: DemoFolder): NodeJS.ProcessEnv {
  const kept = Object.entries(env).filter(([name]) => !FOREIGN.test(name));
  return {
    ...Object.fromEntries(kept),
    HOME: folder.home,
    TMPDIR: folder.temporary,
    // Emulated clouds are on this machine.
    NO_PROXY: "127.0.0.1,localhost",
    no_proxy: "127.0.0.1,localhost",
    // No looks for newer versions, no telemetry, no cache in the home.
    CHECKPOINT_DISABLE: "1",
    CDKTF_DISABLE_PLUGIN_CACHE_ENV: "true",
    // cdktf prints each line once, instead of drawing on a terminal.
    CI: "1",
  };
}
