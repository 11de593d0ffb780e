#!/usr/bin/env node
import { homedir } from "node:os";
import { join } from "node:path";
import { VERSION } from "../core/version";
import { appsCommand } from "./apps-command";
import type { CliIo, CliOutput } from "./cli-io";
import { completionCommand } from "./completion-command";
import { doctorCommand } from "./doctor-command";
import { emulatorCommand } from "./emulator-command";
import { exitCodes } from "./exit-codes";
import { installCommand } from "./install-command";
import { reportCommand } from "./report-command";
import { runCli } from "./run-cli";
import { statusCommand } from "./status-command";

/*
 * The entrascim command: the one place that touches the process. `dist/cli/entrascim.cjs` is built from it.
 */

function output(stream: NodeJS.WriteStream): CliOutput {
  // A reader that has seen enough (`| head`) is no error.
  stream.on("error", (error: NodeJS.ErrnoException) => {
    process.exit(error.code === "EPIPE" ? exitCodes.ok : exitCodes.failed);
  });
  return {
    write: (text) => void stream.write(text),
    isTTY: stream.isTTY === true,
    get columns() {
      return stream.columns;
    },
    get rows() {
      return stream.rows;
    },
  };
}

function untilInterrupted(): AbortSignal {
  const interrupt = new AbortController();
  for (const name of ["SIGINT", "SIGTERM"] as const) {
    process.on(name, () => {
      // The second time means now.
      if (interrupt.signal.aborted) process.exit(exitCodes.interrupted);
      interrupt.abort();
    });
  }
  return interrupt.signal;
}

async function main(): Promise<void> {
  const io: CliIo = {
    stdin: process.stdin,
    stdout: output(process.stdout),
    stderr: output(process.stderr),
    ...(process.stdin.isTTY && process.stderr.isTTY
      ? { terminal: { input: process.stdin, output: process.stderr } }
      : {}),
    env: process.env,
    signal: untilInterrupted(),
  };
  const installation = {
    version: VERSION,
    providerDirectory: join(__dirname, "..", "provider"),
    home: homedir(),
    platform: process.platform,
    arch: process.arch,
  };
  const commands = [
    appsCommand(io),
    completionCommand(io),
    doctorCommand(io, installation),
    emulatorCommand(io),
    installCommand(io, installation),
    reportCommand(io),
    statusCommand(io),
  ];
  process.exitCode = await runCli({ version: VERSION, commands }, process.argv.slice(2), io);
  // A pipe that nobody ends would keep the process after Ctrl-C.
  process.stdin.destroy();
}

void main();
