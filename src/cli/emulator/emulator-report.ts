import type { Emulator } from "../../emulator/start-emulator";
import { shellQuoted } from "../text/shell-quoted";

/** What a script needs to know of a running emulator: the JSON of `entrascim emulator --json`. */
export interface EmulatorSummary {
  readonly origin: string;
  /** Variables to export. */
  readonly environment: Readonly<Record<string, string>>;
  /** `POST {url}/{operation}` with the key in the header `x-control-key`. */
  readonly control: { readonly url: string; readonly key: string };
  readonly seed: {
    readonly tenantId: string;
    readonly clientId: string | null;
    readonly projectId: string | null;
    /** Environments of the project. */
    readonly environments: readonly string[];
    readonly applications: readonly {
      readonly name: string;
      readonly displayName: string;
      readonly servicePrincipalId: string;
      readonly template: string;
    }[];
    /** Keys by folder, of the project's first environment. */
    readonly secrets: Readonly<Record<string, readonly string[]>>;
  };
}

/** Sums a running emulator up. */
export function emulatorSummary(emulator: Emulator, caFile: string): EmulatorSummary {
  const { seed, control } = emulator;
  const project = seed.projects[0];
  const folders = Object.values(project?.environments ?? {})[0] ?? {};
  const ids = new Map(
    Object.entries(control.inspect().servicePrincipals).map(([id, { displayName }]) => [displayName, id]),
  );
  return {
    origin: emulator.origin,
    environment: emulator.environment(caFile),
    control: emulator.controlApi,
    seed: {
      tenantId: seed.tenant.id,
      clientId: seed.apps[0]?.clientId ?? null,
      projectId: project?.id ?? null,
      environments: Object.keys(project?.environments ?? {}),
      applications: seed.applications.map(({ name, displayName, servicePrincipalId, template }) => ({
        name,
        displayName,
        servicePrincipalId: servicePrincipalId ?? ids.get(displayName) ?? "",
        template,
      })),
      secrets: Object.fromEntries(Object.entries(folders).map(([path, keys]) => [path, Object.keys(keys)])),
    },
  };
}

/** The same for people: the environment as a shell takes it, and what there is to work with. */
export function describeEmulator({ origin, environment, control, seed }: EmulatorSummary): string {
  const names = seed.applications.map(({ displayName }) => displayName);
  const width = Math.max("Application".length, ...names.map((name) => name.length));
  const row = (name: string, id: string, template: string) =>
    `  ${name.padEnd(width)}  ${id.padEnd(36)}  ${template}`;
  return `${[
    `The emulator is running at ${origin}. Ctrl-C ends it.`,
    "",
    "Environment to export in the shell that runs Terraform, cdktf or entrascim:",
    "",
    ...Object.entries(environment).map(([name, value]) => `  export ${name}=${quoted(value)}`),
    "",
    "Enterprise applications:",
    "",
    row("Application", "Service principal", "Template"),
    ...seed.applications.map((each) => row(each.displayName, each.servicePrincipalId, each.template)),
    "",
    `Secrets, in each of the environments ${seed.environments.join(", ")}:`,
    "",
    ...Object.entries(seed.secrets).map(([path, keys]) => `  ${path}: ${keys.join(", ")}`),
    "",
    "Control API, for instance to have an application issue a new token (setSecret then stores it in Infisical):",
    "",
    `  export CONTROL_URL=${quoted(control.url)}`,
    `  export CONTROL_KEY=${quoted(control.key)}`,
    `  curl --cacert "$NODE_EXTRA_CA_CERTS" -H "x-control-key: $CONTROL_KEY" \\`,
    `    -d '{"application":"${seed.applications[0]?.name ?? "…"}"}' "$CONTROL_URL/rotateToken"`,
  ].join("\n")}\n`;
}

function quoted(value: string): string {
  return /^[\w.:/@~-]+$/.test(value) ? value : shellQuoted(value);
}
