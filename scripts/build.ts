import { spawn } from "node:child_process";
import { once } from "node:events";
import { version } from "../package.json";
import { buildCli } from "./build/cli";
import { buildConstructs } from "./build/constructs";
import { buildMirror, buildProvider } from "./build/provider";
import { syncOnce } from "./build/warm-up";

/*
 * npm run build: checks the types and writes dist/.
 *
 *   dist/provider/    the provider's package, as `entrascim install` puts it in place
 *   dist/mirror/      the same as a filesystem mirror for this platform
 *   dist/cli/         the entrascim command
 *   dist/constructs/  the constructs, compiled, with declarations
 *
 * With --no-check the types are not checked.
 */

async function checkTypes(): Promise<void> {
  const compiler = spawn(process.execPath, [require.resolve("typescript/bin/tsc"), "-p", "."], {
    stdio: "inherit",
  });
  const [code] = await once(compiler, "exit");
  if (code !== 0) throw new Error("the types are not sound; see above");
}

async function main(): Promise<void> {
  // First, since the examples import them by the package's name.
  await buildConstructs("constructs", "dist/constructs");
  const types = process.argv.includes("--no-check") ? undefined : checkTypes();
  await buildProvider({
    entry: "src/provider/main.ts",
    version,
    directory: "dist/provider",
    warmUp: syncOnce,
  });
  await buildMirror("dist/provider", version, "dist/mirror");
  await buildCli("src/cli/main.ts", "dist/cli");
  await types;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
