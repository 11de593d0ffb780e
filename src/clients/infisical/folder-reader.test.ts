import { at, errorBody, fakeInfisical, problemOf, wireSecret } from "./testing/fake-infisical";

/** A folder whose secrets carry the number of the rotation that they were read after. */
function rotatingFolder() {
  let rotation = 0;
  const keys = ["A", "B", "C", "D"];
  const fake = fakeInfisical({ "/": [] }, ({ what, url }) => {
    if (what === "login" || what === "list /") return undefined;
    const secrets = keys.map((key) => wireSecret(key, `${key}-${rotation}`, rotation));
    const name = url.pathname.split("/secrets/")[1];
    if (name === undefined) return [200, { secrets }];
    const secret = secrets.find(({ secretKey }) => secretKey === name);
    return secret === undefined ? [404, errorBody("NotFound")] : [200, { secret }];
  });
  return {
    ...fake,
    keys,
    lists: () => fake.whats().filter((what) => what.startsWith("list+values")).length,
    rotate: () => {
      rotation++;
    },
    read: async (key: string, fresh = false) =>
      (await fake.source.read(at(key), null, fake.call, fresh))?.value.reveal(),
    useUpNames: async () => {
      for (const key of ["A", "B", "C"]) await fake.source.read(at(key), null, fake.call);
    },
  };
}

describe("reads of a folder", () => {
  it("ask by name three times and make one list from the fourth on, for the whole process", async () => {
    const folder = rotatingFolder();
    await folder.useUpNames();
    expect(folder.lists()).toBe(0);
    const values = await Promise.all(["A", "B", "C", "D", "A"].map((key) => folder.read(key)));
    expect(values).toEqual(["A-0", "B-0", "C-0", "D-0", "A-0"]);
    expect(await folder.read("B")).toBe("B-0");
    expect(folder.lists()).toBe(1);
  });

  it("ask by name and see a rotation of the same run when they have to be fresh", async () => {
    const folder = rotatingFolder();
    await folder.useUpNames();
    expect(await folder.read("D")).toBe("D-0");
    folder.rotate();
    expect(await folder.read("D", true)).toBe("D-1");
    expect(folder.lists()).toBe(1);
  });

  it("ask by name for a secret that was created after the list", async () => {
    const folder = rotatingFolder();
    await folder.useUpNames();
    await folder.read("D");
    folder.keys.push("NEW");
    expect(await folder.read("NEW")).toBe("NEW-0");
  });

  it("keep value and version together", async () => {
    const folder = rotatingFolder();
    await folder.useUpNames();
    folder.rotate();
    const read = () => folder.source.read(at("D"), null, folder.call);
    const first = await read();
    folder.rotate();
    expect(await read()).toEqual(first);
    expect(first).toMatchObject({ version: 1 });
  });

  it("fail for all who share a list, and try anew after a transient fault alone", async () => {
    let status = 503;
    const { source, call, whats } = fakeInfisical(
      { "/scim": ["A", "B", "C"].map((key) => wireSecret(key, key)) },
      ({ what }) => {
        if (!what.startsWith("list+values") || status === 200) return undefined;
        return [status, errorBody(status === 403 ? "PermissionDenied" : "InternalServerError")];
      },
    );
    const lists = () => whats().filter((what) => what.startsWith("list+values")).length;
    for (const key of ["A", "B", "C"]) await source.read(at(key), null, call);
    const problems = await Promise.all(["A", "B"].map((key) => problemOf(source.read(at(key), null, call))));
    expect(problems.map(({ code }) => code)).toEqual(["unavailable", "unavailable"]);
    const before = lists();
    status = 403;
    expect((await problemOf(source.read(at("A"), null, call))).code).toBe("forbidden");
    status = 200;
    expect((await problemOf(source.read(at("A"), null, call))).detail).toContain("Read Value");
    expect(lists()).toBe(before + 1);
  });

  it("that cannot even log in fail for all who wait", async () => {
    const { source, call, whats } = fakeInfisical({}, () => [401, errorBody("UnauthorizedError")]);
    const keys = ["A", "B", "C", "D", "E", "F"];
    const problems = await Promise.all(keys.map((key) => problemOf(source.read(at(key), null, call))));
    expect(new Set(problems.map(({ code }) => code))).toEqual(new Set(["unauthenticated"]));
    expect(whats()).toEqual(["login"]);
  });
});
