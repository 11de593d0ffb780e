import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { executableName, mirrorPath, registryHosts } from "../../src/cli/install/mirror-layout";
import { terraformPlatform } from "../../src/cli/terraform/terraform-platform";
import { VERSION } from "../../src/core/version";
import { call, connectPlugin, startPlugin } from "../protocol/support/plugin-client";
import { type Identity, makeIdentity } from "../support/provider-process";

const dist = resolve(__dirname, "../../dist");
const executable = executableName(VERSION);

/** Contents of all files below a folder, by relative path. */
function contentsOf(directory: string): Record<string, string> {
  const files = readdirSync(directory, { recursive: true, encoding: "utf8" }).filter((path) =>
    statSync(join(directory, path)).isFile(),
  );
  return Object.fromEntries(
    files.sort().map((path) => [path, readFileSync(join(directory, path)).toString("base64")]),
  );
}

describe("the provider's package", () => {
  let directory: string;
  let identity: Identity;

  beforeAll(async () => {
    identity = await makeIdentity();
  });

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), "entrascim-package-"));
    cpSync(join(dist, "provider"), directory, { recursive: true });
  });

  afterEach(() => rmSync(directory, { recursive: true }));

  const caches = () =>
    readdirSync(directory, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".cache"));
  const removeCaches = () => {
    for (const path of caches()) rmSync(join(directory, path));
  };
  const damageCaches = () => {
    for (const path of caches()) writeFileSync(join(directory, path), "x");
  };

  /** Starts it, lets it answer, and ends it; gives its exit code. */
  async function run(env: NodeJS.ProcessEnv = {}): Promise<number | string> {
    const plugin = startPlugin(join(directory, executable), identity, env);
    const session = connectPlugin(await plugin.handshake, { identity });
    expect((await call(session, "/tfplugin6.Provider/GetProviderSchema")).code).toBe(0);
    await call(session, "/plugin.GRPCController/Shutdown").catch(() => {});
    session.close();
    return plugin.exit;
  }

  it("has a code cache for each of its scripts", () => {
    const scripts = Object.keys(contentsOf(directory)).filter((path) => path.endsWith(".cjs"));
    expect(scripts.length).toBeGreaterThan(1);
    expect(caches().sort()).toEqual(
      scripts.map((path) => path.replace(/\.cjs$/, `-${process.version}-${process.arch}.cache`)).sort(),
    );
  });

  it("writes nothing into its own folder, which the lock file's checksum covers", async () => {
    const before = contentsOf(directory);
    expect(await run()).toBe(0);
    expect(contentsOf(directory)).toEqual(before);
  });

  it.each<[string, () => void, NodeJS.ProcessEnv]>([
    ["without code caches", removeCaches, {}],
    ["with damaged code caches", damageCaches, {}],
    ["with V8 flags that refuse them", () => {}, { NODE_OPTIONS: "--max-old-space-size=256" }],
  ])("runs %s", async (_, prepare, env) => {
    prepare();
    expect(await run(env)).toBe(0);
  });

  it("has one file alone whose name begins as an executable's does: Terraform starts the first", () => {
    expect(readdirSync(directory).filter((name) => name.startsWith("terraform-provider-"))).toEqual([
      executable,
    ]);
    expect(statSync(join(directory, executable)).mode & 0o111).toBe(0o111);
  });

  it("carries the licences of what it bundles", () => {
    const notices = readFileSync(join(directory, "THIRD-PARTY-NOTICES.txt"), "utf8");
    for (const name of ["@azure/identity", "@microsoft/microsoft-graph-client", "undici", "zod"]) {
      expect(notices).toMatch(new RegExp(`^${name} \\d`, "m"));
    }
    expect(readdirSync(directory)).toContain("LICENSE");
  });

  it.each(registryHosts)("stands in the mirror under %s", (host) => {
    const platform = terraformPlatform(process.platform, process.arch);
    const mirrored = join(dist, "mirror", mirrorPath(host, VERSION, platform));
    expect(Object.keys(contentsOf(mirrored))).toEqual(Object.keys(contentsOf(directory)));
  });
});

describe("the npm package", () => {
  it("holds what is run and what is licensed, and needs no other package", async () => {
    const pack = await promisify(execFile)("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], {
      cwd: resolve(dist, ".."),
    });
    const [{ files }] = JSON.parse(pack.stdout) as [{ files: { path: string }[] }];
    const paths = files.map(({ path }) => path);
    expect(paths).toEqual(
      expect.arrayContaining([
        "LICENSE",
        "dist/cli/entrascim.cjs",
        "dist/constructs/index.d.ts",
        "dist/constructs/index.js",
        `dist/provider/${executable}`,
      ]),
    );
    expect(paths.filter((path) => /\.test\.|^(src|test|scripts|constructs|\.ci)\//.test(path))).toEqual([]);
    const manifest = JSON.parse(readFileSync(resolve(dist, "../package.json"), "utf8")) as {
      dependencies?: object;
    };
    expect(manifest.dependencies ?? {}).toEqual({});
  });
});
