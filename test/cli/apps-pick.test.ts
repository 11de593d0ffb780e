import { stripVTControlCharacters } from "node:util";
import { type IPty, spawn } from "@lydell/node-pty";
import { SERVICE_PRINCIPALS, TENANT_ID } from "../../src/emulator/default-seed";
import { startWorld, type World } from "../support/world";
import { entrascim } from "./run-entrascim";

jest.setTimeout(60_000);

const TAB = "\t";
const ENTER = "\r";
const CTRL_C = "\u0003";

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

/** `entrascim apps --pick …` on a terminal of its own. */
class Terminal {
  readonly #process: IPty;
  readonly ended: Promise<number>;
  screen = "";

  constructor(...args: readonly string[]) {
    const env = { PATH: process.env.PATH ?? "", TERM: "xterm", ...world.environment };
    this.#process = spawn(entrascim, ["apps", "--pick", ...args], { cols: 200, rows: 40, env });
    this.#process.onData((data) => {
      this.screen += stripVTControlCharacters(data);
    });
    this.ended = new Promise((resolve) => this.#process.onExit(({ exitCode }) => resolve(exitCode)));
  }

  /** Waits until the screen shows it, and forgets what was shown. */
  async shows(text: string): Promise<void> {
    while (!this.screen.includes(text)) await new Promise((resolve) => setTimeout(resolve, 20));
    this.screen = "";
  }

  types(keys: string): void {
    this.#process.write(keys);
  }
}

it("lets a person search, mark and confirm", async () => {
  const terminal = new Terminal("--generate", "import");
  await terminal.shows("Type: to search");
  terminal.types("servi");
  await terminal.shows("1 match");
  terminal.types(TAB);
  await terminal.shows("◼");
  terminal.types(ENTER);
  expect(await terminal.ended).toBe(0);
  const imported = [...terminal.screen.matchAll(/id = "([^"]+)"/g)].map(([, id]) => id);
  expect(imported).toEqual([`${TENANT_ID}/${SERVICE_PRINCIPALS.servicenow}`]);
});

it("ends as interrupted when the person leaves", async () => {
  const terminal = new Terminal();
  await terminal.shows("Type: to search");
  terminal.types(CTRL_C);
  expect(await terminal.ended).toBe(130);
  expect(terminal.screen).toContain("Nothing was chosen");
});
