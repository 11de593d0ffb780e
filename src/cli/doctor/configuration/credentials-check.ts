import type { Check } from "../check";
import { error, type Finding, ok, warning } from "../finding";
import { argumentOf, type Body, blocksOf } from "./body";
import { type CredentialArgument, credentialArguments } from "./credential-arguments";
import { type Origins, originsOf } from "./origins";
import type { Configuration } from "./read-configuration";

/**
 * Credentials in provider blocks (and tokens in syncs) that a saved plan would show: written out, or from what is not
 * ephemeral. Names files, lines and arguments, never a value.
 */
export const credentialsCheck: Check = {
  id: "credentials",
  group: "Configuration",
  title: "credentials in the configuration",
  needs: ["configuration"],
  async run(context) {
    const configuration = await context.configuration();
    const unread = [...configuration.files, ...configuration.values].filter(({ body }) => body === null);
    const findings = [
      ...unread.map(({ name }) =>
        warning(`${name} could not be understood, so it was not searched.`, "`terraform validate` says why."),
      ),
      ...(await placesIn(configuration)).flatMap((place) => judge(place, configuration)),
    ];
    return findings.length > 0
      ? findings
      : [ok("No credential is written into the provider's configuration.")];
  },
};

/** A credential, and where it stands. */
interface Place extends CredentialArgument {
  readonly file: string;
}

async function placesIn({ files }: Configuration): Promise<readonly Place[]> {
  const [{ providerSchema }, { syncSchema }] = await Promise.all([
    import("../../../provider/provider.schema"),
    import("../../../provider/resources/sync.schema"),
  ]);
  return files.flatMap(({ name, body }) => {
    if (body === null) return [];
    const providers = blocksOf(body, "provider", "entrascim").map((block) => ({
      body: block.body,
      schema: providerSchema,
    }));
    const syncs = blocksOf(body, "resource", "entrascim_sync").map((block) => ({
      body: block.body,
      schema: syncSchema,
    }));
    return [...providers, ...syncs].flatMap((block) =>
      credentialArguments(block.body, block.schema).map((found) => ({ ...found, file: name })),
    );
  });
}

function judge(place: Place, configuration: Configuration): readonly Finding[] {
  const { path, argument, file } = place;
  const where = `${file}:${argument.line}: ${path}`;
  const { references } = argument.expression;
  if (references.length === 0) {
    return [error(`${where} is written out, so the file and every saved plan show it.`, remedyOf(place))];
  }
  const bodies = configuration.files.flatMap(({ body }) => body ?? []);
  const origins = originsOf(references, bodies);
  return [
    origins.isEphemeral
      ? ok(`${where} is ephemeral: no plan and no state shows it.`)
      : warning(
          `${where} comes from ${references.join(", ")}, which is not ephemeral: every saved plan shows it, sensitive or not.`,
          remedyOf(place),
        ),
    ...defaultsOf(origins, configuration, path),
    ...valuesOf(origins, configuration, path),
  ];
}

/** Defaults of the variables that a credential comes from. */
function defaultsOf({ variables }: Origins, { files }: Configuration, path: string): readonly Finding[] {
  return variables.flatMap((name) =>
    located(files, (body) =>
      blocksOf(body, "variable", name).flatMap((block) => argumentOf(block.body, "default") ?? []),
    ).map(({ file, line }) =>
      error(
        `${file}:${line}: the variable ${name}, which ${path} comes from, has its value written out as a default.`,
        `Remove the default, and set TF_VAR_${name} where Terraform runs.`,
      ),
    ),
  );
}

/** Values of those variables in files. */
function valuesOf({ variables }: Origins, { values }: Configuration, path: string): readonly Finding[] {
  return variables.flatMap((name) =>
    located(values, (body) => argumentOf(body, name) ?? []).map(({ file, line }) =>
      warning(
        `${file}:${line}: the value of ${name}, which ${path} comes from, stands in a file.`,
        `Set TF_VAR_${name} where Terraform runs instead; at the least, keep the file out of version control.`,
      ),
    ),
  );
}

function located(
  files: Configuration["files"],
  find: (body: Body) => CredentialArgument["argument"] | readonly CredentialArgument["argument"][],
): readonly { readonly file: string; readonly line: number }[] {
  return files.flatMap(({ name, body }) =>
    (body === null ? [] : [find(body)].flat())
      .filter(({ expression }) => !expression.isNull)
      .map(({ line }) => ({ file: name, line })),
  );
}

/** The reference names the environment variables of an argument after "Default:". */
function remedyOf({ path, description, argument }: Place): string {
  if (argument.name === "token_wo") {
    return "Take it from an ephemeral resource, or from a variable with `ephemeral = true`.";
  }
  const variables =
    path === "infisical.auth.token"
      ? ["INFISICAL_TOKEN"]
      : (/Default: (.*)/.exec(description)?.[1]?.match(/[A-Z][A-Z0-9_]{3,}/g) ?? []);
  const instead = variables.length === 0 ? "" : `set ${variables.join(" or ")} in the environment, or `;
  return `Delete it and ${instead}take it from a variable with \`ephemeral = true\` (Terraform 1.10 and later).`.replace(
    /^Delete it and take/,
    "Take",
  );
}
