import { generate } from "selfsigned";

/** A key and the certificate of it, PEM. */
export interface Identity {
  readonly cert: string;
  readonly key: string;
}

/** A certificate as go-plugin's client makes one for itself: P-521, self-signed. Takes tens of milliseconds. */
export async function makeIdentity(): Promise<Identity> {
  const { cert, private: key } = await generate([{ name: "commonName", value: "localhost" }], {
    keyType: "ec",
    curve: "P-521",
  });
  return { cert, key };
}

/** The environment in which Terraform starts a provider. */
export function pluginEnvironment(
  identity: Identity,
  env: NodeJS.ProcessEnv = process.env,
): NodeJS.ProcessEnv {
  return {
    ...env,
    TF_PLUGIN_MAGIC_COOKIE: "d602bf8f470bc67ca7faa0386276bbdd4330efaf76d1a219cb4d6991ca9872b2",
    PLUGIN_PROTOCOL_VERSIONS: "5,6",
    PLUGIN_MIN_PORT: "10000",
    PLUGIN_MAX_PORT: "25000",
    PLUGIN_CLIENT_CERT: identity.cert,
  };
}
