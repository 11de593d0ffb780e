import type { Adoption } from "./adoption";
import { generateHcl } from "./generate-hcl";
import { generateTypeScript } from "./generate-typescript";
import type { Language } from "./languages";

/** Text by the name of the file that it is meant for, in the order in which it reads as one text. */
export type GeneratedFiles = ReadonlyMap<string, string>;

/** Writes an adoption down. Parts that would be empty are left out. */
export function generate(adoption: Adoption, language: Language): GeneratedFiles {
  switch (language) {
    case "typescript":
      return new Map([["adopted-applications.ts", generateTypeScript(adoption)]]);
    case "import":
      return new Map([["imports.tf", generateHcl({ ...adoption, connection: "" }).imports]]);
    case "hcl": {
      const { connection, syncs, imports } = generateHcl(adoption);
      const files = new Map([
        ["connection.tf", connection],
        ["syncs.tf", syncs],
        ["imports.tf", imports],
      ]);
      return new Map([...files].filter(([, text]) => text !== ""));
    }
  }
}
