import { execFile, execFileSync } from "node:child_process";
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { promisify } from "node:util";
import { scripts } from "../package.json";
import { findTerraform } from "../src/cli/terraform/find-terraform";
import { OPERATIONS } from "../src/emulator/control/operations";
import { MIRROR } from "./support/terraform-workspace";

const ROOT = join(__dirname, "..");
const EXAMPLES = join(ROOT, "scripts", "generate-docs", "examples");

const files = (folder: string, suffix: string): readonly string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(suffix))
    .map((path) => join(folder, path));

const pages = ["README.md", ...files("docs", ".md")].map((path): [string, string] => [
  path,
  readFileSync(join(ROOT, path), "utf8"),
]);
const page = (path: string): string => pages.find(([name]) => name === path)?.[1] ?? "";

let scratch: string;
beforeAll(() => {
  scratch = mkdtempSync(join(tmpdir(), "entrascim-docs-"));
});
afterAll(() => rmSync(scratch, { recursive: true }));

describe("generated pages", () => {
  const check = async (root: string): Promise<{ code: number; output: string }> => {
    const args = ["--import", "tsx", "scripts/generate-docs.ts", "--check", "--root", root];
    try {
      const { stdout, stderr } = await promisify(execFile)(process.execPath, args, { cwd: ROOT });
      return { code: 0, output: stdout + stderr };
    } catch (error) {
      const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
      return { code, output: stdout + stderr };
    }
  };

  it("say what the sources say", async () => {
    const { code, output } = await check(ROOT);
    expect(output).toMatch(/^\d+ pages are up to date\n$/);
    expect(code).toBe(0);
  });

  it("are out of date when one is changed, missing or left over, or shows another file than it names", async () => {
    const root = join(scratch, "stale");
    cpSync(join(ROOT, "docs"), join(root, "docs"), { recursive: true });
    writeFileSync(
      join(root, "README.md"),
      page("README.md").replace('name      = "entra-prod"', 'name      = "other"'),
    );
    appendFileSync(join(root, "docs", "cli.md"), "\n");
    rmSync(join(root, "docs", "constructs.md"));
    writeFileSync(join(root, "docs", "resources", "old.md"), "# Old\n");
    expect(await check(root)).toEqual({
      code: 1,
      output:
        'out of date, run "npm run generate:docs": README.md, docs/cli.md, docs/constructs.md, docs/resources/old.md\n',
    });
  });
});

describe("links", () => {
  const slug = (heading: string) =>
    heading
      .toLowerCase()
      .replace(/[^\w\s-]/g, "")
      .trim()
      .replace(/\s/g, "-");

  const anchors = (text: string): ReadonlySet<string> =>
    new Set([
      ...[...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = ""]) => slug(heading)),
      ...[...text.matchAll(/<a id="([^"]+)">/g)].map(([, id = ""]) => id),
    ]);

  it.each(pages)("of %s lead to something", (path, text) => {
    const prose = text.replace(/```[\s\S]*?```/g, "");
    const broken = [...prose.matchAll(/\]\(([^)\s]+)\)/g)]
      .map(([, target = ""]) => target)
      .filter((target) => !/^https?:/.test(target))
      .filter((target) => {
        const [file = "", anchor] = target.split("#");
        const found = file === "" ? path : join(dirname(path), file);
        if (!existsSync(join(ROOT, found))) return true;
        return anchor !== undefined && !anchors(page(found)).has(anchor);
      });
    expect(broken).toEqual([]);
  });
});

describe("docs/reliability.md", () => {
  const proofs = [...page("docs/reliability.md").matchAll(/\[([^\]]+)\]\(\.\.\/([\w/.-]+\.test\.ts)\)/g)].map(
    ([, title = "", file = ""]): [string, string] => [title, file],
  );

  it("names many tests", () => expect(proofs.length).toBeGreaterThan(20));

  it.each(proofs)("names a test that is there: %s in %s", (title, file) => {
    expect(readFileSync(join(ROOT, file), "utf8")).toContain(JSON.stringify(title));
  });
});

describe("commands", () => {
  const shell = pages.flatMap(([, text]) =>
    [...text.matchAll(/```shell\n([\s\S]*?)```/g)].map(([, code = ""]) => code),
  );
  const inline = pages.flatMap(([, text]) => [...text.matchAll(/`([^`\n]+)`/g)].map(([, code = ""]) => code));
  const all = [...shell, ...inline].join("\n");

  it("that npm runs are scripts of the package", () => {
    const named = [...all.matchAll(/\bnpm run ([\w:-]+)/g)].map(([, name = ""]) => name);
    expect(named).toContain("build");
    expect(named.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
  });

  it("of entrascim exist, with their options", () => {
    const help = page("docs/cli.md");
    const named = [...all.matchAll(/\bnpx entrascim ([a-z]\S*)([^\n]*)/g)];
    expect(named.length).toBeGreaterThan(0);
    for (const [, command, rest = ""] of named) {
      expect(help).toContain(`## entrascim ${command}\n`);
      for (const [option] of rest.matchAll(/--[a-z-]+/g)) expect(help).toContain(` ${option} `);
    }
  });

  it("of the control API are its operations, and each is described", () => {
    const described = page("docs/emulator.md").split("## The control API")[1]?.split("## Faults")[0] ?? "";
    const called = [...all.matchAll(/^\s*(?:\w+=\$\()?control ([\w.]+)/gm)].map(([, name = ""]) => name);
    expect(called.filter((name) => !Object.hasOwn(OPERATIONS, name))).toEqual([]);
    expect(Object.keys(OPERATIONS).filter((name) => !described.includes(`\`${name}\``))).toEqual([]);
  });
});

describe("messages in docs/troubleshooting.md and README.md", () => {
  const sources = [...files("src", ".ts")]
    .filter((path) => !path.endsWith(".test.ts"))
    .map((path) => readFileSync(join(ROOT, path), "utf8"))
    .join("\n");
  const text = page("docs/troubleshooting.md").split("## Microsoft Entra ID")[1] ?? "";
  const messages = [...text.matchAll(/^\| (`.*?) \| /gm)].flatMap(([, cell = ""]) =>
    [...cell.matchAll(/`([^`]+)`/g)].map(([, message = ""]) => message),
  );

  it("are many", () => expect(messages.length).toBeGreaterThan(80));

  it.each(messages)("%s is one of the sources'", (message) => {
    // `<host>` stands for an expression in a template, or for the vendor that a template names
    const pattern = message
      .split(/<\w+>/)
      .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
      .join("\\$\\{[^}]+\\}");
    expect(sources).toMatch(new RegExp(`["\`]${pattern}["\`]`));
  });

  it("name codes of Entra that are explained", () => {
    const codes = [...text.matchAll(/AADSTS(\d+)/g)].map(([, code = ""]) => code);
    const explained = readFileSync(join(ROOT, "src", "clients", "entra", "aadsts.ts"), "utf8");
    expect(codes.length).toBeGreaterThan(0);
    expect(codes.filter((code) => !new RegExp(`\\b${code}\\b`).test(explained))).toEqual([]);
  });
});

describe("examples on the pages", () => {
  it("are formatted, and valid for the real Terraform", () => {
    const { command } = findTerraform(process.env);
    const directory = join(scratch, "examples");
    mkdirSync(directory);
    for (const file of readdirSync(EXAMPLES).filter((name) => name.endsWith(".tf"))) {
      cpSync(join(EXAMPLES, file), join(directory, file));
    }
    const rc = join(scratch, "terraform.rc");
    writeFileSync(rc, `provider_installation {\n  filesystem_mirror {\n    path = "${MIRROR}"\n  }\n}\n`);
    const run = (...args: readonly string[]) =>
      execFileSync(command, args, {
        cwd: directory,
        env: { PATH: process.env.PATH, HOME: scratch, TF_CLI_CONFIG_FILE: rc, CHECKPOINT_DISABLE: "1" },
        encoding: "utf8",
      });
    expect(run("fmt", "-list=true", "-write=false")).toBe("");
    run("init", "-no-color");
    expect(JSON.parse(run("validate", "-json"))).toMatchObject({ valid: true, diagnostics: [] });
  });

  it("of a project of one's own synthesize", () => {
    const project = join(scratch, "own");
    const plugins = join(scratch, ".terraform.d", "plugins");
    cpSync(join(EXAMPLES, "own-project"), project, { recursive: true });
    mkdirSync(dirname(plugins), { recursive: true });
    symlinkSync(MIRROR, plugins);
    mkdirSync(join(project, "node_modules"));
    symlinkSync(ROOT, join(project, "node_modules", "entrascim"));
    for (const name of ["cdktf", "constructs", "tsx"]) {
      symlinkSync(join(ROOT, "node_modules", name), join(project, "node_modules", name));
    }
    execFileSync(process.execPath, ["--import", "tsx", "main.ts"], {
      cwd: project,
      env: { PATH: process.env.PATH, HOME: scratch },
    });
    const stack = JSON.parse(
      readFileSync(join(project, "cdktf.out", "stacks", "scim", "cdk.tf.json"), "utf8"),
    );
    expect(Object.keys(stack.resource).sort()).toEqual(["entrascim_connection", "entrascim_sync"]);
  });
});

describe("what is promised", () => {
  it("is written for everybody: no page names a path of one machine", () => {
    const named = pages.filter(([, text]) => /\/(?:root|work|tmp)\//.test(text)).map(([path]) => path);
    expect(named.map((path) => relative("docs", path))).toEqual([]);
  });
});
