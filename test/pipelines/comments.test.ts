import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ACCESS_TOKEN, AzureDevopsServer } from "./support/azure-devops/azure-devops-server";
import { GithubServer } from "./support/github/github-server";
import { GitlabServer, NOTES_TOKEN } from "./support/gitlab/gitlab-server";
import { ROOT } from "./support/pipeline-world";
import { runScript } from "./support/shell";

/* The scripts that comment, by themselves: what the pipelines' own tests have no occasion for. */

const MARKER = "<!-- entrascim report: prod -->";
// longer than one argument of a process may be
const LONG = `${MARKER}\n\n${"é \"$(touch /tmp/x)`' \\n".repeat(12_000)}\n`;

let scratch: string;
let report: string;
beforeAll(() => {
  scratch = mkdtempSync(join(tmpdir(), "entrascim-comments-"));
  report = join(scratch, "report.md");
  writeFileSync(join(scratch, "event.json"), JSON.stringify({ pull_request: { number: 7 } }));
  writeFileSync(join(scratch, "push.json"), JSON.stringify({}));
});
afterAll(() => rmSync(scratch, { recursive: true }));

function comment(system: string, text: string, env: Readonly<Record<string, string>>) {
  writeFileSync(report, text);
  return runScript(join(ROOT, "action", `comment-${system}.sh`), scratch, {
    PATH: process.env.PATH ?? "",
    REPORT_FILE: report,
    ...env,
  });
}

describe("comment-github.sh", () => {
  let server: GithubServer;
  beforeEach(async () => {
    server = await GithubServer.start(() => "");
  });
  afterEach(() => server.stop());

  const env = (event = "event.json") => ({
    GITHUB_TOKEN: server.token("", { "pull-requests": "write" }),
    GITHUB_GRAPHQL_URL: `${server.origin}/graphql`,
    GITHUB_REPOSITORY: "contoso/infrastructure",
    GITHUB_EVENT_PATH: join(scratch, event),
  });

  it("writes a long report as it is, and finds it again behind pages of others, whatever their line ends", async () => {
    for (let others = 0; others < 5; others++) server.comment("ada", `Comment ${others}`);
    expect(await comment("github", LONG, env())).toMatchObject({ code: 0 });
    const written = server.comments.at(-1);
    expect(written?.body).toBe(LONG);
    if (written !== undefined) written.body = LONG.replaceAll("\n", "\r\n");
    expect(await comment("github", `${MARKER}\nshort\n`, env())).toMatchObject({ code: 0 });
    expect(server.comments).toHaveLength(6);
    expect(server.comments.at(-1)).toMatchObject({ body: `${MARKER}\nshort\n`, updates: 1 });
  });

  it("keeps reports of other names apart", async () => {
    await comment("github", `${MARKER}\n`, env());
    await comment("github", `${MARKER.replace("prod", "dev")}\n`, env());
    expect(server.comments.map(({ updates }) => updates)).toEqual([0, 0]);
  });

  it("has nothing to do for a push", async () => {
    const { code, log } = await comment("github", LONG, env("push.json"));
    expect({ code, log }).toEqual({ code: 0, log: expect.stringContaining("nothing to comment on") });
    expect(server.comments).toEqual([]);
  });

  it("gives up on a token that is not accepted", async () => {
    const { code, log } = await comment("github", LONG, { ...env(), GITHUB_TOKEN: "another" });
    expect({ code, log }).toEqual({ code: 0, log: expect.stringContaining("::notice title=No comment::") });
  });
});

describe("comment-azure-devops.sh", () => {
  it("writes a long report as it is", async () => {
    const server = await AzureDevopsServer.start(() => "");
    const { code, log } = await comment("azure-devops", LONG, {
      REPORT_GATE: "passed",
      SYSTEM_ACCESSTOKEN: ACCESS_TOKEN,
      SYSTEM_COLLECTIONURI: server.collection,
      SYSTEM_TEAMPROJECTID: "infrastructure",
      BUILD_REPOSITORY_ID: "repository-id",
      SYSTEM_PULLREQUEST_PULLREQUESTID: "7",
    });
    await server.stop();
    expect({ code, log }).toEqual({ code: 0, log: "" });
    expect(server.threads).toMatchObject([{ content: LONG, status: "closed" }]);
  });
});

describe("comment-gitlab.sh", () => {
  it("writes a long report as it is, and fails for a token that is not accepted", async () => {
    const server = await GitlabServer.start();
    const env = { CI_API_V4_URL: server.api, CI_PROJECT_ID: "42", CI_MERGE_REQUEST_IID: "7" };
    const written = await comment("gitlab", LONG, { ...env, GITLAB_TOKEN: NOTES_TOKEN });
    const refused = await comment("gitlab", LONG, { ...env, GITLAB_TOKEN: "another" });
    await server.stop();
    expect(written).toEqual({ code: 0, log: "" });
    expect(server.notes).toMatchObject([{ body: LONG, updates: 0 }]);
    expect(refused.code).not.toBe(0);
  });
});
