import type { Clock } from "../core/clock";
import type { Environment } from "../core/environment";
import type { LogFields, Logger, LogLevel } from "../core/log";

/** What a logger needs. */
export interface HclogOptions {
  /** `TF_LOG_PROVIDER`, or else `TF_LOG`, decide what is written at all. */
  readonly env: Environment;
  /** Where lines go: Terraform reads a provider's stderr. */
  readonly write: (line: string) => void;
  /** `@module` of each line. */
  readonly module: string;
  readonly clock: Pick<Clock, "now">;
}

const LEVELS: readonly LogLevel[] = ["trace", "debug", "info", "warn", "error"];

/** go-plugin splits lines of 64 KiB and shows the pieces raw. */
const MAX_LINE_BYTES = 60_000;

/** To how many characters texts are cut when a line is too long, the first that is enough. */
const CUTS = [8_192, 1_024, 128];

/**
 * A logger that writes the JSON lines of hclog, which Terraform parses and filters. Nothing is written, and nothing
 * is formatted, below the level that Terraform itself shows.
 */
export function createHclogLogger(options: HclogOptions): Logger {
  const threshold = thresholdOf(options.env);
  return {
    log(level, message, fields = {}) {
      if (LEVELS.indexOf(level) < threshold) return;
      options.write(`${formatLine(options, level, message, fields)}\n`);
    },
  };
}

/** As Terraform reads its levels: any case, `JSON` and words it does not know mean everything. */
function thresholdOf(env: HclogOptions["env"]): number {
  const word = (env.TF_LOG_PROVIDER || env.TF_LOG || "off").toLowerCase();
  if (word === "off") return LEVELS.length;
  return Math.max(0, LEVELS.indexOf(word as LogLevel));
}

function formatLine(options: HclogOptions, level: LogLevel, message: string, fields: LogFields): string {
  const head = {
    "@level": level,
    "@message": message,
    "@module": options.module,
    "@timestamp": timestamp(options.clock.now()),
  };
  for (const cut of [Number.POSITIVE_INFINITY, ...CUTS]) {
    const line = JSON.stringify({ ...fields, ...head }, (_, value: unknown) => shortened(value, cut));
    if (Buffer.byteLength(line) <= MAX_LINE_BYTES) return line;
  }
  return JSON.stringify({ ...head, "@message": shortened(message, 128) });
}

function shortened(value: unknown, length: number): unknown {
  return typeof value === "string" && value.length > length ? `${value.slice(0, length)}…` : value;
}

/** RFC 3339 with exactly six fraction digits: hclog parses no other number of them. */
function timestamp(ms: number): string {
  return new Date(ms).toISOString().replace(/Z$/, "000Z");
}
