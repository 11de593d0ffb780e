import { Problem } from "../../core/problem";
import type { Rule } from "../../framework/schema";
import { keyOf, NAME_MARK } from "./choose-keys";
import type { Language } from "./languages";

/** Options that have rules, as they stand on the command line. */
export interface CheckedOptions {
  readonly environment: string;
  readonly path: string;
  readonly keyPattern: string;
  readonly connection?: string;
}

const REFERENCE = /^[A-Za-z_][\w-]*(?:\.[A-Za-z_][\w-]*)*$/;
const VARIABLE = /^[A-Za-z_$][\w$]*$/;

/**
 * Holds options to the rules of the attributes that they become. Throws `invalid_input` that names the option. Gives
 * the connection as code refers to it, or null.
 */
export async function checkOptions(options: CheckedOptions, language: Language): Promise<string | null> {
  const [{ secretKey, secretPath, slug }, z] = await Promise.all([
    import("../../provider/common.schema"),
    import("zod"),
  ]);
  const check = (option: string, value: string, rule: Rule) => {
    const [issue] = rule(z).safeParse(value).error?.issues ?? [];
    if (issue !== undefined) throw broken(`${option} ${issue.message}.`);
  };
  check("--environment", options.environment, slug(64));
  check("--path", options.path, secretPath);
  check("--key-pattern", keyOf(options.keyPattern, "x"), secretKey);
  if (!options.keyPattern.includes(NAME_MARK)) {
    throw broken(`--key-pattern has to hold ${NAME_MARK}, or every application would get the same token.`);
  }
  return options.connection === undefined ? null : referenceTo(options.connection, language);
}

function referenceTo(connection: string, language: Language): string {
  if (language === "typescript") {
    if (VARIABLE.test(connection)) return connection;
    throw broken("--connection has to be the name of a variable that holds the connection, such as entra.");
  }
  if (!REFERENCE.test(connection)) {
    throw broken(
      "--connection has to be the name of an entrascim_connection, such as prod, or another reference, such as local.connection.",
    );
  }
  return connection.includes(".") ? connection : `entrascim_connection.${connection}`;
}

function broken(detail: string): Problem {
  return new Problem("invalid_input", { summary: "An option breaks a rule", detail });
}
