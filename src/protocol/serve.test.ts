import { silentLogger } from "../core/log";
import type { Host } from "./host";
import { serve } from "./serve";
import { toyProvider } from "./testing/toy-provider";

function fakeHost(env: Host["env"]) {
  const stdout: string[] = [];
  const stderr: string[] = [];
  const exit = jest.fn();
  const host: Host = {
    env,
    platform: "linux",
    ppid: process.pid,
    stdout: { write: (text) => stdout.push(text) },
    stderr: {
      write: (text, written) => {
        stderr.push(text);
        written?.();
      },
    },
    exit,
    kill: () => true,
    on: () => undefined,
  };
  return { host, exit, stdout, stderr };
}

it.each<[string, Host["env"], string]>([
  ["a person starts it", {}, "This is the toy provider for Terraform, which Terraform starts by itself."],
  [
    "Terraform sends no certificate",
    { TF_PLUGIN_MAGIC_COOKIE: "d602bf8f470bc67ca7faa0386276bbdd4330efaf76d1a219cb4d6991ca9872b2" },
    "Terraform sent no usable client certificate.",
  ],
])("explains itself on stderr, and ends with 1, when %s", async (_, env, explanation) => {
  const { host, exit, stdout, stderr } = fakeHost(env);
  await serve({ provider: toyProvider(), log: silentLogger, host });
  expect(stdout).toEqual([]);
  expect(stderr.join("").split("\n")[0]).toBe(explanation);
  expect(exit).toHaveBeenCalledWith(1);
});
