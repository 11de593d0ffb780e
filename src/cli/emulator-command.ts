import { Command } from "commander";
import type { Emulator } from "../emulator/start-emulator";
import type { CliIo } from "./cli-io";
import { describeEmulator, emulatorSummary } from "./emulator/emulator-report";
import { wholeNumber } from "./whole-number";

interface EmulatorCommandOptions {
  readonly port: number;
  readonly seed?: string;
  readonly latency: number;
  readonly caFile?: string;
  readonly json?: true;
}

const examples = `
Examples:
  entrascim emulator                      any free port; prints the environment to export
  entrascim emulator --port 8443 --seed ./seed.json
  entrascim emulator --json               one line of JSON, for scripts`;

/**
 * `entrascim emulator`: emulated Entra, Graph, Infisical and SCIM applications on 127.0.0.1, until it is interrupted.
 * Its certificate authority stands in a file of a folder of its own that is removed at the end, or in `--ca-file`.
 */
export function emulatorCommand(io: CliIo): Command {
  return new Command("emulator")
    .description("Run emulated Entra, Graph, Infisical and SCIM applications on this machine.")
    .option("--port <number>", "port on 127.0.0.1; 0 takes a free one", wholeNumber(0, 65_535), 0)
    .option("--seed <file>", "JSON file that adds to, or replaces, what it knows at first")
    .option("--latency <ms>", "delay of every answer, in milliseconds", wholeNumber(0, 60_000), 0)
    .option("--ca-file <file>", "where to write the certificate authority (default: a temporary file)")
    .option("--json", "print JSON instead of text, on one line")
    .addHelpText("after", examples)
    .action((options: EmulatorCommandOptions) => run(io, options));
}

async function run(io: CliIo, options: EmulatorCommandOptions): Promise<void> {
  const [{ startEmulator }, { keepCaFile, readSeedFile }] = await Promise.all([
    import("../emulator/start-emulator"),
    import("./emulator/emulator-files"),
  ]);
  const seed = options.seed === undefined ? {} : await readSeedFile(options.seed);
  const emulator = await startEmulator({ port: options.port, latencyMs: options.latency, seed });
  try {
    const caFile = await keepCaFile(emulator.caCertificate, options.caFile);
    try {
      print(io, emulator, caFile.path, options.json === true);
      await aborted(io.signal);
    } finally {
      await caFile.remove();
    }
  } finally {
    await emulator.close();
  }
}

function print(io: CliIo, emulator: Emulator, caFile: string, json: boolean): void {
  const summary = emulatorSummary(emulator, caFile);
  io.stdout.write(json ? `${JSON.stringify(summary)}\n` : describeEmulator(summary));
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    signal.addEventListener("abort", () => resolve(), { once: true });
  });
}
