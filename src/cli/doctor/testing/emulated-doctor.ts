import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CLIENT_ID, TENANT_DOMAIN } from "../../../emulator/default-seed";
import { type Emulator, startEmulator } from "../../../emulator/start-emulator";
import { NeedsAttention } from "../../needs-attention";
import { fakeIo } from "../../testing/fake-io";
import { checks } from "../checks";
import { type DoctorReport, type DoctorRequest, doctor } from "../doctor";

/** What no output may hold: every credential and token of the emulated world, and those that tests make up. */
const SECRET = /emulated~|emulated-infisical|eyJ[\w-]{10}|scim\.\w+\.\d+\.|Bearer|proxy-password|s3cret/;

const LOCAL = ["Machine", "Provider", "Configuration"];

/** What differs from a good machine. */
export interface Scenario {
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly target?: Partial<DoctorRequest["target"]>;
  readonly connection?: DoctorRequest["connection"];
  readonly now?: () => number;
  /** The emulator's authority is not trusted. */
  readonly untrusting?: true;
}

/** A case of a table: what it is, what differs, what is done to the emulator first, and what should be found. */
export type Case = readonly [
  name: string,
  scenario: Scenario,
  prepare: ((emulator: Emulator) => unknown) | null,
  expected: Readonly<Record<string, readonly unknown[]>>,
];

/** What a run came to. */
export interface DoctorRun {
  readonly text: string;
  readonly wasWell: boolean;
  /** `level: message` by check. */
  readonly found: Readonly<Record<string, readonly string[]>>;
}

/** A doctor in an emulated world. */
export interface EmulatedDoctor {
  readonly emulator: Emulator;
  /** A folder of its own: the configuration's, and where `ca.pem` is. */
  readonly folder: string;
  /** Runs the checks that are not local, as text and as JSON, and makes sure that neither shows a secret. */
  run(scenario?: Scenario): Promise<DoctorRun>;
  close(): Promise<void>;
}

/** The folder of the seed's tokens. */
export const folderTarget = { environment: "prod", path: "/scim" } as const;

/** A connection whose client secret is the one that the seed keeps in Infisical. */
export const infisicalConnection = {
  tenant_id: TENANT_DOMAIN,
  client_id: CLIENT_ID,
  cloud: null,
  auth: {
    client_secret: {
      project_id: null,
      environment: "prod",
      secret_path: "/azure",
      secret_key: "ENTRA_CLIENT_SECRET",
    },
    client_certificate: null,
    workload_identity: null,
    managed_identity: null,
    azure_cli: null,
  },
} as const satisfies DoctorRequest["connection"];

/** Starts an emulator for one test. */
export async function startDoctor(): Promise<EmulatedDoctor> {
  const emulator = await startEmulator();
  const folder = mkdtempSync(join(tmpdir(), "entrascim-doctor-"));
  writeFileSync(join(folder, "ca.pem"), emulator.caCertificate);
  return {
    emulator,
    folder,
    run: async (scenario = {}) => {
      const text = await runOnce(emulator, folder, scenario, false);
      const { output, wasWell } = await runOnce(emulator, folder, scenario, true);
      const report = JSON.parse(output) as DoctorReport;
      expect(report.healthy).toBe(wasWell);
      return { text: text.output, wasWell, found: byCheck(report) };
    },
    close: async () => {
      await emulator.close();
      rmSync(folder, { recursive: true });
    },
  };
}

async function runOnce(emulator: Emulator, folder: string, scenario: Scenario, json: boolean) {
  const io = fakeIo({ env: { ...emulator.environment(join(folder, "ca.pem")), ...scenario.env } });
  const installation = {
    version: "1.2.3",
    providerDirectory: folder,
    home: folder,
    platform: "linux",
    arch: "x64",
  };
  const target = {
    directory: folder,
    projectId: null,
    environment: null,
    path: "/",
    key: null,
    servicePrincipal: null,
    ...scenario.target,
  };
  const connection = scenario.connection ?? null;
  const parts = {
    checks: checks.filter(({ group }) => !LOCAL.includes(group)),
    clock: { now: scenario.now ?? Date.now, sleep: () => Promise.resolve() },
    nodeVersion: "22.0.0",
    ...(scenario.untrusting ? {} : { ca: emulator.caCertificate }),
  };
  let wasWell = true;
  try {
    const request = { target, connection, json, offline: false, strict: false, verbose: true };
    await doctor(io, installation, request, parts);
  } catch (caught) {
    if (!(caught instanceof NeedsAttention)) throw caught;
    wasWell = false;
  }
  expect(io.stdout.text).not.toMatch(SECRET);
  expect(io.stderr.text).not.toMatch(SECRET);
  return { output: io.stdout.text, wasWell };
}

function byCheck({ checks: results }: DoctorReport): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    results.map(({ id, findings }) => [id, findings.map(({ level, message }) => `${level}: ${message}`)]),
  );
}
