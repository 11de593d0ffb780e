// biome-ignore-all lint/suspicious/noTemplateCurlyInString: display names may look like templates
import * as ts from "typescript";
import { generateTypeScript } from "./generate-typescript";
import { adopted, adoptionOf } from "./testing/adoption";
import { objectId, TENANT } from "./testing/fake-tenant";

/** Syntax errors of a module. */
function mistakes(source: string): readonly string[] {
  const { diagnostics = [] } = ts.transpileModule(source, { reportDiagnostics: true });
  return diagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
}

describe("generateTypeScript", () => {
  it("writes a stack with a connection and a sync, and imports both", () => {
    const source = generateTypeScript(adoptionOf([adopted("The App")]));
    expect(mistakes(source)).toEqual([]);
    expect(source).toContain(`    adopt(entra, "${TENANT}/entra");

    // The App
    adopt(
      new AzureEntraIdScimSync(this, "the-app-scim", {
        name: "the-app-scim",
        source: InfisicalSecret.of({
          environment: "prod",
          path: "/scim",
          key: "A_SCIM_TOKEN",
        }),
        destination: EnterpriseApp.fromServicePrincipalId(entra, "${objectId(1)}"),
      }),
      "${TENANT}/${objectId(1)}",
    );
  }
}
`);
  });

  it("writes a function that takes the connection that is there", () => {
    const source = generateTypeScript(adoptionOf([adopted("A"), adopted("B")], { connection: "prod" }));
    expect(mistakes(source)).toEqual([]);
    expect(source).toContain(
      "export function adoptApplications(scope: Construct, prod: IAzureEntraIdConnection): void {",
    );
    expect(source).toContain("fromServicePrincipalId(prod, ");
    expect(source).not.toContain("new AzureEntraIdConnection");
  });

  it("names a cloud that is not the public one", () => {
    expect(generateTypeScript(adoptionOf([adopted("A")], { cloud: "china" }))).toContain('cloud: "china",');
  });

  it.each(["a\n}", "a\r\u2028\u2029}", "`${x}` */", '"', "\\", ""])(
    "keeps the display name %j in its comment",
    (name) => expect(mistakes(generateTypeScript(adoptionOf([adopted(name)])))).toEqual([]),
  );

  it("quotes what it writes as values, for TypeScript and for Terraform", () => {
    const source = generateTypeScript(adoptionOf([adopted("A", { kind: "unchecked", key: '"${x}\n' })]));
    expect(source).toContain('key: "\\"$${x}\\n",');
  });

  it("says what is missing beside the key", () => {
    const key = { kind: "missing", key: "A_TOKEN", similar: ["B_TOKEN"] } as const;
    const source = generateTypeScript(adoptionOf([adopted("A", key)]));
    expect(source).toContain(
      "        // Folder /scim of environment prod holds no A_TOKEN. Perhaps: B_TOKEN\n        source: ",
    );
    expect(source).toContain('key: "TODO: A_TOKEN is not in Infisical",');
  });
});
