import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Problem } from "../core/problem";
import {
  appId,
  application,
  type FakeClouds,
  fakeClients,
  objectId,
  TENANT,
} from "./apps/testing/fake-tenant";
import { appsCommand } from "./apps-command";
import { runCli } from "./run-cli";
import { fakeIo } from "./testing/fake-io";

const clouds: FakeClouds = {
  applications: [
    application(1, "Asana", "Active"),
    application(2, "Box"),
    application(3, "Coda", "Quarantine"),
  ],
  keys: ["ASANA_SCIM_TOKEN", "CODA_TOKEN"],
};

async function run(args: readonly string[], given: FakeClouds = clouds, isTTY = false) {
  const io = fakeIo({ isTTY });
  const clients = fakeClients(given);
  const command = appsCommand(io, async () => clients);
  const code = await runCli({ version: "1", commands: [command] }, ["apps", ...args], io);
  return { code, out: io.stdout.text, err: io.stderr.text, calls: clients.calls };
}

describe("entrascim apps", () => {
  it("lists the applications that provision", async () => {
    const { code, out, err } = await run([]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(
      out
        .trimEnd()
        .split("\n")
        .map((line) => line.split(/ {2,}/)),
    ).toEqual([
      ["APPLICATION", "OBJECT ID", "APPLICATION ID", "PROVISIONING"],
      ["Asana", objectId(1), appId(1), "scim: Active"],
      ["Coda", objectId(3), appId(3), "scim: Quarantine"],
    ]);
  });

  it("lists the others too with --all", async () => {
    expect((await run(["--all"])).out).toMatch(new RegExp(`^Box +${objectId(2)} +${appId(2)} +none$`, "m"));
  });

  it("takes several words as one search", async () => {
    const given = {
      applications: [application(1, "Azure Databricks", "Active"), application(2, "Azure", "Active")],
    };
    expect((await run(["azure", "data"], given)).out.trimEnd().split("\n")).toHaveLength(2);
  });

  it("prints JSON and nothing else with --json", async () => {
    const { code, out, err } = await run(["coda", "--json"]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(JSON.parse(out)).toEqual({
      format_version: "1.0",
      tenant_id: TENANT,
      applications: [
        {
          object_id: objectId(3),
          app_id: appId(3),
          display_name: "Coda",
          jobs: [expect.objectContaining({ template_id: "scim", status: "Quarantine" })],
        },
      ],
      refused: [],
    });
  });

  it("counts what it looks at on a terminal, and clears that away", async () => {
    const { err } = await run([], clouds, true);
    expect(err).toContain("applications: 3 of 3");
    expect(err.endsWith("\r\u001b[2K")).toBe(true);
  });

  it.each<[string, string[], FakeClouds, RegExp]>([
    ["nothing provisions", [], { applications: [application(2, "Box")] }, /no provisioning job. --all/],
    ["nothing is found", ["zoom"], clouds, /begin like "zoom"/],
    ["the tenant shows nothing", [], {}, /Application\.Read\.All/],
  ])("ends well, with a hint, when %s", async (_, args, given, hint) => {
    for (const more of [[], ["--generate"]]) {
      const { code, out, err } = await run([...args, ...more], given);
      expect({ code, out }).toEqual({ code: 0, out: "" });
      expect(err).toMatch(hint);
    }
    expect(JSON.parse((await run([...args, "--json"], given)).out)).toMatchObject({ applications: [] });
  });

  it("names those that may not be read, and lists the rest", async () => {
    const { code, out, err } = await run([], { ...clouds, refused: [objectId(1)] });
    expect(code).toBe(0);
    expect(out).not.toContain("Asana");
    expect(err).toMatch(/^1 left out.*Asana.*Synchronization\.ReadWrite\.All/);
  });

  it("ends with 3 when none may be read", async () => {
    expect(await run([], { ...clouds, refused: [1, 2, 3].map(objectId) })).toMatchObject({
      code: 3,
      out: "",
    });
  });

  it("shows those that are named, whether they provision or not", async () => {
    const { code, out, err, calls } = await run(["--app", "Box", "--app", appId(1)]);
    expect(code).toBe(0);
    expect(out).toMatch(/^Box.*\nAsana/m);
    expect(err).toBe("Without a provisioning job: Box.\n");
    expect(calls).toEqual(["jobs", "jobs"]);
  });
});

describe("entrascim apps --generate", () => {
  it("writes a whole configuration, and says what is missing in Infisical", async () => {
    const { code, out, err, calls } = await run(["--generate"]);
    expect(code).toBe(0);
    expect(out).toContain('resource "entrascim_connection" "entra"');
    expect(out).toContain('secret_key  = "ASANA_SCIM_TOKEN"');
    expect(out).toContain("# Folder /scim of environment prod holds no CODA_SCIM_TOKEN. Perhaps: CODA_TOKEN");
    expect(out).toContain('secret_key  = "TODO: CODA_SCIM_TOKEN is not in Infisical"');
    expect(out).not.toContain("Box");
    expect(err).toMatch(/no secret of the expected name for 1 of 2 applications: Coda \(CODA_SCIM_TOKEN\)/);
    expect(calls.filter((call) => call !== "jobs")).toEqual(["keys prod /scim"]);
  });

  it("looks where the options say", async () => {
    const args = ["--environment", "dev", "--path", "/it", "--key-pattern", "{NAME}_TOKEN"];
    const { out, calls } = await run(["--generate", "hcl", ...args]);
    expect(calls).toContain("keys dev /it");
    expect(out).toContain('secret_key  = "CODA_TOKEN"');
    expect(out).toContain('environment = "dev"');
  });

  it.each<[string, string[], FakeClouds]>([
    ["with --no-match", ["--no-match"], clouds],
    ["without a project", [], { ...clouds, projectId: null }],
  ])("writes keys by convention %s", async (_, args, given) => {
    const { code, out, err, calls } = await run(["--generate", ...args], given);
    expect(code).toBe(0);
    expect(out).toContain('secret_key  = "CODA_SCIM_TOKEN"');
    expect(err).toMatch(/^Nobody looked/);
    expect(calls).not.toContain("keys prod /scim");
  });

  it("ends with Infisical's refusal, and the way around it", async () => {
    const keys = new Problem("forbidden", { summary: "Infisical denies access", detail: "Grant it." });
    const { code, out, err } = await run(["--generate"], { ...clouds, keys });
    expect({ code, out }).toEqual({ code: 3, out: "" });
    expect(err).toContain("--no-match");
  });

  it("adds to what is there with --connection", async () => {
    const { out } = await run(["--generate", "--connection", "prod"]);
    expect(out).toContain("connection           = entrascim_connection.prod\n");
    expect(out).not.toMatch(/provider|resource "entrascim_connection"/);
  });

  it("writes import blocks alone", async () => {
    const { out, err, calls } = await run(["--app", "Asana", "--generate", "import"]);
    expect({ err, calls }).toEqual({ err: "", calls: ["jobs"] });
    expect(out).toBe(
      `# Not needed after the first apply.\n\nimport {\n  to = entrascim_sync.asana\n  id = "${TENANT}/${objectId(1)}"\n}\n`,
    );
  });

  it("writes TypeScript", async () => {
    const { out } = await run(["--generate", "typescript"]);
    expect(out).toContain("export class AdoptedApplications extends TerraformStack");
  });
});

describe("entrascim apps --out", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "entrascim-apps-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it("writes files into a folder, and names them", async () => {
    const { out } = await run(["--generate", "--out", `${folder}/new/`]);
    expect(out.trimEnd().split("\n")).toEqual(
      ["connection.tf", "syncs.tf", "imports.tf"].map((name) => join(folder, "new", name)),
    );
    expect(readdirSync(join(folder, "new"))).toHaveLength(3);
  });

  it("writes the same as it prints into one file", async () => {
    const file = join(folder, "apps.tf");
    expect((await run(["--generate", "--out", file])).out).toBe(`${file}\n`);
    expect(readFileSync(file, "utf8")).toBe((await run(["--generate"])).out);
  });

  it("writes over nothing", async () => {
    writeFileSync(join(folder, "syncs.tf"), "mine");
    const { code, err } = await run(["--generate", "--out", folder]);
    expect(code).toBe(1);
    expect(err).toContain("syncs.tf is there already");
    expect(readdirSync(folder)).toEqual(["syncs.tf"]);
  });
});

describe("bad input", () => {
  it.each<[string, string[], RegExp]>([
    ["a language that is none", ["--generate", "go"], /hcl, typescript, import/],
    ["a word after --generate", ["--generate", "slack"], /stand before it/],
    ["--json with code", ["--json", "--generate"], /--generate/],
    ["--all with code", ["--all", "--generate"], /--generate/],
    ["--app with a search", ["slack", "--app", "x"], /--app names/],
    ["--app with --pick", ["--pick", "--app", "x"], /--app names/],
    ["--out without code", ["--out", "x"], /need --generate/],
    ["--connection without code", ["--connection", "x"], /need --generate/],
    ["an environment that is no slug", ["--generate", "--environment", "Prod"], /--environment must consist/],
    ["a folder without a slash", ["--generate", "--path", "scim"], /--path must start/],
    ["a pattern without the name", ["--generate", "--key-pattern", "TOKEN"], /--key-pattern has to hold/],
    ["a pattern that makes no key", ["--generate", "--key-pattern", "{NAME} T"], /--key-pattern must not/],
    ["a connection that is no reference", ["--generate", "--connection", 'a"b'], /--connection has to be/],
    ["a connection that is no variable", ["--generate", "typescript", "--connection", "a.b"], /a variable/],
    ["--pick without a terminal", ["--pick"], /no terminal/],
  ])("refuses %s, and asks nobody", async (_, args, message) => {
    const { code, out, err, calls } = await run(args);
    expect({ code, out, calls }).toEqual({ code: 2, out: "", calls: [] });
    expect(err).toMatch(message);
  });

  it.each<[string, string, RegExp]>([
    ["a name that nobody has", "Zoom", /no enterprise application called "Zoom"/],
    ["an id that nobody has", objectId(9), /object id or application id/],
  ])("does not find %s", async (_, name, message) => {
    const { code, err } = await run(["--app", name]);
    expect(code).toBe(1);
    expect(err).toMatch(message);
  });

  it("lists those that share a name", async () => {
    const applications = [application(1, "Same", "Active"), application(2, "Same")];
    const { code, err } = await run(["--app", "Same"], { applications });
    expect(code).toBe(1);
    expect(err).toContain(objectId(1));
    expect(err).toContain(objectId(2));
  });
});
