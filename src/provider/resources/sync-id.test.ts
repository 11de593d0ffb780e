import { parseSyncId } from "./sync-id";

const PRINCIPAL = "11111111-1111-1111-1111-111111111111";

it.each([
  [PRINCIPAL, { tenantId: null, servicePrincipalId: PRINCIPAL }],
  [`contoso.com/${PRINCIPAL}`, { tenantId: "contoso.com", servicePrincipalId: PRINCIPAL }],
])("reads %s", (id, expected) => {
  expect(parseSyncId(id)).toEqual(expected);
});

it.each(["", "/", "x", `/${PRINCIPAL}`, `a/b/${PRINCIPAL}`, `${PRINCIPAL}/`, `${PRINCIPAL} `])(
  'refuses "%s"',
  (id) => {
    expect(() => parseSyncId(id)).toThrow(expect.objectContaining({ code: "invalid_input" }));
  },
);

it("quotes no more than a line of what it refuses", () => {
  expect(() => parseSyncId("x".repeat(10_000))).toThrow(
    expect.objectContaining({ detail: expect.not.stringContaining("x".repeat(200)) }),
  );
});
