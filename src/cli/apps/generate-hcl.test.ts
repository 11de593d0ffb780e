// biome-ignore-all lint/suspicious/noTemplateCurlyInString: display names may look like templates
import { generateHcl } from "./generate-hcl";
import { adopted, adoptionOf } from "./testing/adoption";
import { objectId, TENANT } from "./testing/fake-tenant";

describe("generateHcl", () => {
  it("writes a connection, a sync and their imports", () => {
    const { connection, syncs, imports } = generateHcl(adoptionOf([adopted("The App")]));
    expect(connection).toContain(`resource "entrascim_connection" "entra" {
  name      = "entra"
  tenant_id = "${TENANT}"
}
`);
    expect(syncs).toBe(`# The App
resource "entrascim_sync" "the_app" {
  name = "the-app-scim"

  source {
    environment = "prod"
    secret_path = "/scim"
    secret_key  = "A_SCIM_TOKEN"
  }

  destination {
    connection           = entrascim_connection.entra
    service_principal_id = "${objectId(1)}"
  }
}
`);
    expect(imports).toBe(`# Not needed after the first apply.

import {
  to = entrascim_connection.entra
  id = "${TENANT}/entra"
}

import {
  to = entrascim_sync.the_app
  id = "${TENANT}/${objectId(1)}"
}
`);
  });

  it("names a cloud that is not the public one", () => {
    const { connection } = generateHcl(adoptionOf([adopted("A")], { cloud: "usgovernment" }));
    expect(connection).toContain('  cloud     = "usgovernment"\n');
  });

  it("uses the connection that is there", () => {
    const generated = generateHcl(adoptionOf([adopted("A")], { connection: "local.entra" }));
    expect(generated.connection).toBe("");
    expect(generated.syncs).toContain("connection           = local.entra\n");
    expect(generated.imports).not.toContain("connection");
  });

  it.each([
    ["a quote and templates", '"; ${file("x")} %{ if true }', '# "; ${file("x")} %{ if true }\n'],
    ["line breaks", 'a\n}\r\nresource "x" "y" {', '# a } resource "x" "y" {\n'],
    ["the ends of comments", "a */ b", "# a */ b\n"],
    ["separators of lines", "a\u2028b\u2029c\u0085d", "# a b c d\n"],
    ["nothing", "", "#\n"],
  ])("keeps a display name with %s in its comment", (_, name, comment) => {
    const { syncs } = generateHcl(adoptionOf([adopted(name)]));
    expect(syncs.startsWith(`${comment}resource "entrascim_sync" "the_app" {\n`)).toBe(true);
    expect(syncs.match(/^resource/gm)).toHaveLength(1);
  });

  it("quotes what it writes as values", () => {
    const { syncs } = generateHcl(
      adoptionOf([adopted("A", { kind: "unchecked", key: '"${x}' })], { path: "/%{x}" }),
    );
    expect(syncs).toContain('secret_key  = "\\"$${x}"\n');
    expect(syncs).toContain('secret_path = "/%%{x}"\n');
  });
});
