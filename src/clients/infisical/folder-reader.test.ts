import type { CallOptions } from "../../core/clock";
import { at, errorBody, fakeInfisical, problemOf, wireSecret } from "./testing/fake-infisical";

/** A folder whose secrets carry the number of the answer that they came with, and whose lists wait to be let go. */
function rotatingFolder() {
  const held: (() => void)[] = [];
  let rotation = 0;
  let failures = 0;
  const fake = fakeInfisical({ "/": [] }, async ({ what, url }) => {
    if (what === "login" || what === "list /") return undefined;
    const secrets = ["A", "B", "C", "D"].map((key) => wireSecret(key, `${key}-${rotation}`, rotation));
    const name = url.pathname.split("/secrets/")[1];
    if (name !== undefined) return [200, { secret: secrets.find(({ secretKey }) => secretKey === name) }];
    await new Promise<void>((resolve) => held.push(resolve));
    if (failures > 0) {
      failures--;
      return [503, errorBody("InternalServerError")];
    }
    return [200, { secrets }];
  });
  const settle = async () => {
    for (let i = 0; i < 20; i++) await new Promise(setImmediate);
  };
  return {
    ...fake,
    lists: () => fake.whats().filter((what) => what.startsWith("list+values")).length,
    rotate: () => {
      rotation++;
    },
    failNext: () => {
      failures++;
    },
    read: async (key: string, call: CallOptions = fake.call) =>
      (await fake.source.read(at(key), null, call))?.value.reveal(),
    useUpNames: async () => {
      for (const key of ["A", "B", "C"]) await fake.source.read(at(key), null, fake.call);
    },
    /** Waits until a list is under way. */
    underWay: async () => {
      await settle();
      return held.length;
    },
    letGo: async () => {
      held.shift()?.();
      await settle();
    },
  };
}

describe("lists of a folder", () => {
  it("are begun by the fourth read, of whichever key", async () => {
    const folder = rotatingFolder();
    await folder.useUpNames();
    expect(folder.lists()).toBe(0);
    const fourth = folder.read("A");
    await folder.underWay();
    await folder.letGo();
    expect(await fourth).toBe("A-0");
    expect(folder.lists()).toBe(1);
  });

  it("are not shared with whoever asks after they were sent: those share the next one", async () => {
    const folder = rotatingFolder();
    await folder.useUpNames();
    const before = [folder.read("A"), folder.read("B")];
    expect(await folder.underWay()).toBe(1);
    folder.rotate();
    const after = [folder.read("A"), folder.read("C"), folder.read("D")];
    expect(await folder.underWay()).toBe(1);
    await folder.letGo();
    expect(folder.lists()).toBe(2);
    await folder.letGo();
    await Promise.all(before);
    expect(await Promise.all(after)).toEqual(["A-1", "C-1", "D-1"]);
    expect(folder.lists()).toBe(2);
  });

  it("that are sent again after a fault take along who asked meanwhile", async () => {
    const folder = rotatingFolder();
    await folder.useUpNames();
    folder.failNext();
    const before = folder.read("A");
    await folder.underWay();
    folder.rotate();
    const meanwhile = folder.read("B");
    await folder.letGo();
    expect(folder.lists()).toBe(2);
    await folder.letGo();
    expect(await Promise.all([before, meanwhile])).toEqual(["A-1", "B-1"]);
    expect(folder.lists()).toBe(2);
  });

  it("are read anew for each later read", async () => {
    const folder = rotatingFolder();
    await folder.useUpNames();
    for (const expected of ["A-1", "A-2"]) {
      folder.rotate();
      const value = folder.read("A");
      await folder.underWay();
      await folder.letGo();
      expect(await value).toBe(expected);
    }
  });

  it("that are interrupted for one are asked again for the others", async () => {
    const folder = rotatingFolder();
    await folder.useUpNames();
    const interrupted = new AbortController();
    // Its deadline is the latest, so the list is asked for with its signal.
    const own: CallOptions = { signal: interrupted.signal, deadline: folder.call.deadline + 1 };
    const first = problemOf(folder.read("A", own));
    const second = folder.read("B");
    interrupted.abort();
    expect((await first).code).toBe("cancelled");
    expect(await folder.underWay()).toBe(1);
    await folder.letGo();
    expect(await second).toBe("B-0");
  });

  it("that nobody waits for any more are not asked for", async () => {
    const folder = rotatingFolder();
    await folder.useUpNames();
    const first = folder.read("A");
    await folder.underWay();
    const gone = new AbortController();
    const second = problemOf(folder.read("B", { ...folder.call, signal: gone.signal }));
    gone.abort();
    await folder.letGo();
    expect(await first).toBe("A-0");
    expect((await second).code).toBe("cancelled");
    expect(folder.lists()).toBe(1);
    const third = folder.read("C");
    await folder.underWay();
    await folder.letGo();
    expect(await third).toBe("C-0");
  });

  it("that fail, fail for all who shared them, and are tried anew for the next", async () => {
    let deny = true;
    const { source, call, whats } = fakeInfisical(
      { "/scim": ["A", "B", "C"].map((key) => wireSecret(key, key)) },
      ({ what }) =>
        deny && what.startsWith("list+values") ? [403, errorBody("PermissionDenied")] : undefined,
    );
    for (const key of ["A", "B", "C"]) await source.read(at(key), null, call);
    const problems = await Promise.all(["A", "B"].map((key) => problemOf(source.read(at(key), null, call))));
    expect(problems.map(({ code }) => code)).toEqual(["forbidden", "forbidden"]);
    expect(problems[0]?.detail).toContain("Read Value");
    deny = false;
    expect((await source.read(at("A"), null, call))?.value.reveal()).toBe("A");
    expect(whats().filter((what) => what.startsWith("list"))).toHaveLength(2);
  });

  it("that cannot even log in, fail for all who wait", async () => {
    const { source, call, whats } = fakeInfisical({}, () => [401, errorBody("UnauthorizedError")]);
    const keys = ["A", "B", "C", "D", "E", "F"];
    const problems = await Promise.all(keys.map((key) => problemOf(source.read(at(key), null, call))));
    expect(new Set(problems.map(({ code }) => code))).toEqual(new Set(["unauthenticated"]));
    expect(whats()).toEqual(["login"]);
  });
});
