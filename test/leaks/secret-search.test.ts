import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { findTerraform } from "../../src/cli/terraform/find-terraform";
import { TerraformWorkspace } from "../support/terraform-workspace";
import { artefactsIn, findSecrets } from "./secret-search";

const SECRET = 'sc!m"token<with>\\odd&chars+of/32~';
const secrets = { token: SECRET };

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "entrascim-search-"));
});
afterEach(() => rmSync(directory, { recursive: true }));

const bytes = (text: string) => Buffer.from(text);

describe("the search", () => {
  it.each<[string, string | Buffer]>([
    ["plain text", `Bearer ${SECRET}.`],
    ["its first half", `Bearer ${SECRET.slice(0, 20)}…`],
    ["its second half", `…${SECRET.slice(12)}`],
    ["JSON", JSON.stringify({ value: SECRET })],
    ["JSON in JSON", JSON.stringify({ body: JSON.stringify({ value: SECRET }) })],
    ["JSON as Go writes it", '{"a":"sc!m\\"token\\u003cwith\\u003e\\\\odd\\u0026chars+of/32~"}'],
    ["a query", `https://x/?token=${encodeURIComponent(SECRET)}&more=1`],
    ["basic authorization", `Basic ${bytes(`id:${SECRET}`).toString("base64")}`],
    ["basic authorization, one byte further", `Basic ${bytes(`id2:${SECRET}`).toString("base64")}`],
    ["base64url, two bytes further", bytes(`{"a":"${SECRET}"}`).toString("base64url")],
    ["hexadecimal", `0x${bytes(SECRET).toString("hex")}`],
    ["hexadecimal in upper case", bytes(SECRET).toString("hex").toUpperCase()],
    ["a printed buffer", `<Buffer ${[...bytes(`a${SECRET}`)].map((b) => b.toString(16)).join(" ")}>`],
    ["a list of numbers", JSON.stringify([...bytes(SECRET)])],
    ["reversed text", [...`x${SECRET}y`].reverse().join("")],
    ["UTF-16", Buffer.from(`a${SECRET}`, "utf16le")],
    ["a gzip file", gzipSync(SECRET)],
    ["binary", Buffer.concat([Buffer.from([0, 255]), bytes(SECRET), Buffer.from([7])])],
  ])("finds a secret in %s", (_, content) => {
    writeFileSync(join(directory, "file"), content);
    expect(findSecrets(secrets, directory)).not.toEqual([]);
  });

  it("finds it in deep and hidden folders and in what was printed, and says where", () => {
    mkdirSync(join(directory, ".terraform", "deep"), { recursive: true });
    writeFileSync(join(directory, ".terraform", "deep", ".file"), `x${SECRET}`);
    expect(findSecrets(secrets, directory, [{ name: "stdout of plan", text: `x${SECRET}` }])).toEqual(
      expect.arrayContaining([
        { secret: "token", form: "as it is", place: ".terraform/deep/.file" },
        { secret: "token", form: "as it is", place: "stdout of plan" },
      ]),
    );
  });

  it("finds nothing where there is nothing, and does not follow links out of the folder", () => {
    mkdirSync(join(directory, "inside"));
    writeFileSync(join(directory, "outside"), SECRET);
    symlinkSync(join(directory, "outside"), join(directory, "inside", "link"));
    writeFileSync(join(directory, "inside", "file"), "token, sc!m, (redacted)");
    expect(artefactsIn(join(directory, "inside"))).toEqual(["file"]);
    expect(findSecrets(secrets, join(directory, "inside"), [{ name: "stdout", text: "(redacted)" }])).toEqual(
      [],
    );
  });

  it("finds a secret that Terraform itself was made to keep: state, backup, plan, its JSON and the log", async () => {
    const terraform = new TerraformWorkspace({}, findTerraform(process.env).command);
    try {
      const planted = (count: number) => `resource "terraform_data" "a" {
        input = [${JSON.stringify(SECRET)}, ${count}]
      }`;
      await terraform.start(planted(1));
      await terraform.apply();
      terraform.write(planted(2));
      await terraform.plan();
      const shown = await terraform.run(["show", "-json", "plan.tfplan"]);
      await terraform.apply("plan.tfplan");
      await terraform.run(["plan", `-var=secret=${SECRET}`], {
        TF_LOG: "TRACE",
        TF_LOG_PATH: join(terraform.root, "terraform.log"),
      });
      const printed = [{ name: "stdout of show", text: shown.stdout }];
      const places = findSecrets(secrets, terraform.root, printed).map(({ place }) => place);
      expect(new Set(places)).toEqual(
        new Set([
          "stack/main.tf",
          "stack/terraform.tfstate",
          "stack/terraform.tfstate.backup",
          "stack/plan.tfplan > tfplan",
          "stack/plan.tfplan > tfstate",
          "stack/plan.tfplan > tfstate-prev",
          "stack/plan.tfplan > tfconfig/m-/main.tf",
          "terraform.log",
          "stdout of show",
        ]),
      );
      expect(readFileSync(join(terraform.directory, "plan.tfplan")).includes(SECRET)).toBe(false);
    } finally {
      terraform.remove();
    }
  });
});
