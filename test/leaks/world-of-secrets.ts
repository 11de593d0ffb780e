import { createPrivateKey } from "node:crypto";
import { rmSync } from "node:fs";
import { join } from "node:path";
import forge from "node-forge";
import {
  CLIENT_ID,
  CLIENT_SECRET,
  IDENTITY_CLIENT_SECRET,
  IDENTITY_ID,
  SERVICE_PRINCIPALS,
  TENANT_ID,
} from "../../src/emulator/default-seed";
import { MASKED_KEYS } from "../../src/emulator/graph/secret-keys";
import type { CommandResult, RunningCommand, TerraformWorkspace } from "../support/terraform-workspace";
import { connection, startWorld, sync, type World } from "../support/world";
import { artefactsIn, type Finding, findSecrets, type Printed, type Secrets } from "./secret-search";

/** Of a proxy that cannot be reached; what one that can be is told is looked for in test/acceptance/proxy.test.ts. */
export const PROXY_PASSWORD = "proxy-password-2mBq8x";

const CERTIFICATE_PASSWORD = "certificate-password-7Hn3";

/** A world, a workspace in which every kind of credential is used, and what was printed there. */
export interface WorldOfSecrets {
  readonly world: World;
  readonly terraform: TerraformWorkspace;
  /** Runs Terraform with its most talkative log, which goes into the workspace; what it prints is kept. */
  run(args: readonly string[], extra?: Readonly<Record<string, string>>): Promise<CommandResult>;
  /** The same, for a command that something is done to meanwhile. */
  launch(args: readonly string[], extra?: Readonly<Record<string, string>>): RunningCommand;
  /**
   * Secrets of now and before that stand in any file of the workspace or were printed; of access tokens, those that
   * were issued since the last search. Forgets what was printed, and the logs.
   */
  findings(): readonly Finding[];
}

/**
 * Starts a world in which each way to hand over a credential is used with a value of its own: a client secret and a
 * certificate with a password in Infisical, a token in Infisical, `token_wo`, provider attributes, and the
 * environment. What Terraform is told is told in ephemeral variables: an ordinary one, and a literal, would stand in
 * the plan, as the documentation of the provider says.
 */
export async function startWorldOfSecrets(): Promise<WorldOfSecrets> {
  const world = await startWorld();
  const { control } = world.emulator;
  const known: Record<string, string> = {
    "client secret in Infisical and the environment": CLIENT_SECRET,
    "client secret of the machine identity in the environment": IDENTITY_CLIENT_SECRET,
    "client secret of the machine identity in the provider block": "other-infisical-client-secret-6Tz2Vd",
    "client secret in the provider block": control.apps.rotateSecret(CLIENT_ID, { keepOld: true }),
    "certificate password": CERTIFICATE_PASSWORD,
    "proxy password": PROXY_PASSWORD,
  };
  control.infisical.setClientSecrets(IDENTITY_ID, [
    IDENTITY_CLIENT_SECRET,
    known["client secret of the machine identity in the provider block"] ?? "",
  ]);
  Object.assign(known, storeCertificate(world));

  const terraform = await world.workspace(CONFIGURATION, {
    TF_VAR_infisical_client_secret:
      known["client secret of the machine identity in the provider block"] ?? "",
    TF_VAR_azure_client_secret: known["client secret in the provider block"] ?? "",
    TF_VAR_token: control.inspectToken("slack"),
    TF_LOG: "TRACE",
  });
  const printed: Printed[] = [];
  let commands = 0;
  let searched = 0;
  const launch: WorldOfSecrets["launch"] = (args, extra = {}) => {
    const name = `${++commands} ${args[0] ?? ""}`;
    learn(world, known);
    const running = terraform.launch(args, {
      TF_LOG_PATH: join(terraform.root, `terraform-${commands}.log`),
      ...extra,
    });
    const result = running.result.then((ended) => {
      printed.push(
        { name: `stdout of ${name}`, text: ended.stdout },
        { name: `stderr of ${name}`, text: ended.stderr },
      );
      return ended;
    });
    return { ...running, result };
  };
  return {
    world,
    terraform,
    launch,
    run: (args, extra) => launch(args, extra).result,
    findings: () => {
      learn(world, known);
      const { issuedTokens } = control.inspect();
      const sought = { ...known, ...signatures(issuedTokens.slice(searched)) };
      searched = issuedTokens.length;
      const found = findSecrets(sought, terraform.root, printed.splice(0));
      // What has been searched once stays as it is.
      for (const file of artefactsIn(terraform.root)) {
        if (/^(?:terraform-\d+\.log$|coverage)/.test(file)) rmSync(join(terraform.root, file));
      }
      return found;
    },
  };
}

/** Adds what has become secret since: values in Infisical, tokens in Entra. */
function learn({ emulator }: World, known: Record<string, string>): void {
  const { secrets, servicePrincipals } = emulator.control.inspect();
  const add = (name: string, value: string) => Object.assign(known, pieces(name, value));
  for (const { key, version, value } of secrets) add(`version ${version} of ${key}`, value);
  for (const { displayName, secrets: stored } of Object.values(servicePrincipals)) {
    for (const [key, value] of Object.entries(stored)) {
      if (MASKED_KEYS.has(key)) known[`${key} of ${displayName}`] = value;
    }
  }
}

/** Of access tokens: header and claims are no secret without the signature, and are much alike. */
function signatures(tokens: readonly string[]): Secrets {
  return Object.fromEntries(
    tokens.map((token, index) => [`access token ${index}`, token.slice(token.lastIndexOf(".") + 1)]),
  );
}

/** Long values in pieces of a line or less: wherever line ends are written otherwise, a line is still there. */
function pieces(name: string, value: string): Secrets {
  if (value.length < 120) return { [name]: value };
  // The first piece of a key is its header, which all keys share; a few of the others stand for all.
  const lines = value
    .split(/\r?\n/)
    .flatMap((line) => line.match(/.{40,64}/g) ?? [])
    .slice(1, 4);
  return Object.fromEntries(lines.map((line, index) => [`${name}, piece ${index}`, line]));
}

/** Registers a certificate, and stores it with its key, encrypted, in Infisical. Gives the bare key in pieces. */
function storeCertificate({ emulator: { control } }: World): Secrets {
  const keys = forge.pki.rsa.generateKeyPair(2048);
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = keys.publicKey;
  certificate.serialNumber = "01";
  certificate.validity.notAfter = new Date(Date.now() + 86_400_000);
  certificate.setSubject([{ name: "commonName", value: "entrascim" }]);
  certificate.setIssuer([{ name: "commonName", value: "entrascim" }]);
  certificate.sign(keys.privateKey, forge.md.sha256.create());
  control.apps.addCertificate(CLIENT_ID, forge.pki.certificateToPem(certificate));
  const store = forge.pkcs12.toPkcs12Asn1(keys.privateKey, [certificate], CERTIFICATE_PASSWORD, {
    algorithm: "aes256",
  });
  const folder = { environment: "prod", path: "/azure" };
  control.setSecret(
    { ...folder, key: "CERTIFICATE" },
    Buffer.from(forge.asn1.toDer(store).getBytes(), "binary").toString("base64"),
  );
  control.setSecret({ ...folder, key: "CERTIFICATE_PASSWORD" }, CERTIFICATE_PASSWORD);
  const key = createPrivateKey(forge.pki.privateKeyToPem(keys.privateKey));
  const { d, p, q } = key.export({ format: "jwk" });
  return {
    ...pieces("private key", String(key.export({ format: "pem", type: "pkcs8" }))),
    ...pieces("private key, PKCS#1", String(key.export({ format: "pem", type: "pkcs1" }))),
    ...pieces("private exponent", d ?? ""),
    ...pieces("first prime", p ?? ""),
    ...pieces("second prime", q ?? ""),
  };
}

const CONFIGURATION = `
variable "infisical_client_secret" {
  type      = string
  ephemeral = true
}

variable "azure_client_secret" {
  type      = string
  ephemeral = true
}

variable "token" {
  type      = string
  ephemeral = true
}

variable "round" {
  type    = number
  default = 1
}

variable "request_timeout" {
  type    = string
  default = "30s"
}

provider "entrascim" {
  infisical {
    auth {
      universal {
        client_secret = var.infisical_client_secret
      }
    }
  }
  azure {
    client_id     = "${CLIENT_ID}"
    client_secret = var.azure_client_secret
  }
  http {
    max_retries     = 0
    request_timeout = var.request_timeout
  }
}

${connection()}

resource "entrascim_connection" "certified" {
  name      = "entra-certified"
  tenant_id = "${TENANT_ID}"
  client_id = "${CLIENT_ID}"

  auth {
    client_certificate {
      environment  = "prod"
      secret_path  = "/azure"
      secret_key   = "CERTIFICATE"
      password_key = "CERTIFICATE_PASSWORD"
    }
  }
}

resource "entrascim_connection" "provider" {
  name      = "entra-provider"
  tenant_id = "${TENANT_ID}"
}

${sync("servicenow", { body: 'sync_trigger = var.round\n  on_destroy = "clear"' })}
${sync("databricks").replace("entrascim_connection.prod", "entrascim_connection.certified")}

resource "entrascim_sync" "slack" {
  name             = "slack-scim"
  token_wo         = var.token
  token_wo_version = var.round

  destination {
    connection           = entrascim_connection.provider
    service_principal_id = "${SERVICE_PRINCIPALS.slack}"
  }
}
`;
