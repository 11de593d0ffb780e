import { applicationNames } from "./application-names";

const resource = (type: string, values: unknown, mask: unknown = {}) => ({
  type,
  values,
  sensitive_values: mask,
});

describe("applicationNames", () => {
  it("takes names of syncs, data sources and azuread's service principals, in child modules too", () => {
    const names = applicationNames({
      resources: [
        resource("entrascim_sync", { id: "ID-1", service_principal_display_name: "One" }),
        resource("entrascim_service_principal", { object_id: "id-2", display_name: "Two" }),
        resource("entrascim_service_principals", {
          service_principals: [{ object_id: "id-3", display_name: "Three" }],
        }),
      ],
      child_modules: [
        {
          child_modules: [
            {
              resources: [resource("azuread_service_principal", { object_id: "id-4", display_name: "Four" })],
            },
          ],
        },
      ],
    });
    expect(Object.fromEntries(names)).toEqual({
      "id-1": "One",
      "id-2": "Two",
      "id-3": "Three",
      "id-4": "Four",
    });
  });

  it.each<[string, unknown]>([
    ["no state", undefined],
    ["something else", "state"],
    ["other resources", { resources: [resource("other", { id: "x", display_name: "X", object_id: "x" })] }],
    [
      "a sensitive name",
      {
        resources: [
          resource(
            "azuread_service_principal",
            { object_id: "x", display_name: "X" },
            { display_name: true },
          ),
        ],
      },
    ],
    [
      "sensitive values as a whole",
      { resources: [resource("entrascim_sync", { id: "x", service_principal_display_name: "X" }, true)] },
    ],
    [
      "values of other types",
      {
        resources: [
          resource("entrascim_sync", []),
          resource("entrascim_service_principals", { service_principals: 1 }),
        ],
      },
    ],
    ["a property of every object", { resources: [resource("toString", { id: "x" })] }],
  ])("is empty for %s", (_, module) => {
    expect(applicationNames(module).size).toBe(0);
  });
});
