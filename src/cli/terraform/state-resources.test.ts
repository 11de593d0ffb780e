import { stateResources } from "./state-resources";

describe("stateResources", () => {
  it("gives the resources of a module before those below it, in their order", () => {
    const module = {
      resources: [1],
      child_modules: [{ resources: [2], child_modules: [{ resources: [3] }] }, { resources: [4, 5] }],
    };
    expect(stateResources(module)).toEqual([1, 2, 3, 4, 5]);
  });

  it.each<[string, unknown, readonly unknown[]]>([
    ["nothing", undefined, []],
    ["another value", "state", []],
    ["resources of another form", { resources: 1, child_modules: [{ resources: [2] }] }, [2]],
    ["modules of another form", { resources: [1], child_modules: [null, 7, { resources: [2] }] }, [1, 2]],
  ])("takes %s", (_, module, resources) => expect(stateResources(module)).toEqual(resources));

  it("goes as deep as modules lie", () => {
    let module: unknown = { resources: ["deepest"] };
    for (let depth = 0; depth < 100_000; depth++) module = { child_modules: [module] };
    expect(stateResources(module)).toEqual(["deepest"]);
  });
});
