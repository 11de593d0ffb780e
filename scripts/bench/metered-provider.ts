import { chmod, cp, readdir } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";
import { executableName } from "../../src/cli/install/mirror-layout";
import { commonOptions } from "../build/vendor-chunks";

/**
 * A copy of the built provider that appends its peak memory, in KiB, to the file that `BENCH_MEMORY_FILE` names when
 * it ends. It is the same otherwise, code cache included.
 *
 * On Linux that is `VmHWM` of `proc_pid_status(5)`. The `ru_maxrss` of `getrusage(2)` also covers what the process was
 * before `execve`: a copy of Terraform, with Terraform's memory.
 */
export async function buildMeteredProvider(
  version: string,
  provider: string,
  directory: string,
): Promise<void> {
  await cp(provider, directory, { recursive: true });
  const library = (await readdir(directory)).find((name) => name.startsWith("lib-"));
  const contents = `
    import { appendFileSync, readFileSync } from "node:fs";
    import { join } from "node:path";
    import { load } from "./launcher";
    const peak = () => {
      if (process.platform !== "linux") return process.resourceUsage().maxRSS;
      return Number(/^VmHWM:\\s*(\\d+) kB$/m.exec(readFileSync("/proc/self/status", "utf8"))?.[1]);
    };
    process.on("exit", () => appendFileSync(process.env.BENCH_MEMORY_FILE ?? "", peak() + "\\n"));
    load(join(__dirname, ${JSON.stringify(`${library}/provider.cjs`)}));`;
  const executable = join(directory, executableName(version));
  await build({
    ...commonOptions,
    stdin: { contents, resolveDir: join(__dirname, "..", "build"), loader: "ts" },
    banner: { js: "#!/usr/bin/env node" },
    outfile: executable,
    write: true,
  });
  await chmod(executable, 0o755);
}
