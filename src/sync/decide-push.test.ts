import { type Declared, decidePush, type PushingChange } from "./decide-push";
import { syncedState } from "./testing/fakes";

const unchanged: Declared = {
  changed: new Set(),
  undecided: new Set(),
  autoSync: true,
  managesBaseAddress: false,
};
const changed = (...changes: PushingChange[]): Declared => ({ ...unchanged, changed: new Set(changes) });
const undecided = (...changes: PushingChange[]): Declared => ({ ...unchanged, undecided: new Set(changes) });

describe("decidePush", () => {
  it.each([
    ["a create", null, unchanged, ["created"]],
    ["a create with auto sync off", null, { ...unchanged, autoSync: false }, ["created"]],
    ["the first apply after an import", syncedState({ last_synced_at: null }), unchanged, ["never_pushed"]],
    ["a changed source", syncedState(), changed("source"), ["source"]],
    [
      "a changed trigger with auto sync off",
      syncedState(),
      { ...changed("sync_trigger"), autoSync: false },
      ["sync_trigger"],
    ],
    ["a new version of token_wo", syncedState(), changed("token_wo_version"), ["token_wo_version"]],
    ["a changed base address", syncedState(), changed("base_address"), ["base_address"]],
    ["another tenant", syncedState(), changed("tenant"), ["tenant"]],
    ["a rotated secret", syncedState({ sync_status: "rotated" }), unchanged, ["rotated"]],
    ["a replaced secret", syncedState({ sync_status: "secret_replaced" }), unchanged, ["secret_replaced"]],
    ["a token that is gone", syncedState({ sync_status: "token_missing" }), unchanged, ["token_missing"]],
    [
      "an unconfirmed push, auto sync off",
      syncedState({ sync_status: "incomplete" }),
      { ...unchanged, autoSync: false },
      ["incomplete"],
    ],
    [
      "a managed base address that was changed in Entra",
      syncedState({ sync_status: "base_address_changed" }),
      { ...unchanged, managesBaseAddress: true },
      ["managed_base_address_changed"],
    ],
  ] as const)("pushes for %s", (_name, prior, declared, reasons) => {
    expect(decidePush(prior, declared)).toEqual({ push: "yes", reasons });
  });

  it.each([
    ["nothing changed", syncedState(), unchanged],
    [
      "a rotated secret with auto sync off",
      syncedState({ sync_status: "rotated" }),
      { ...unchanged, autoSync: false },
    ],
    [
      "a missing token with auto sync off",
      syncedState({ sync_status: "token_missing" }),
      { ...unchanged, autoSync: false },
    ],
    ["a base address that is not ours", syncedState({ sync_status: "base_address_changed" }), unchanged],
    ["a missing secret", syncedState({ sync_status: "secret_missing" }), unchanged],
    ["an unreadable sync", syncedState({ sync_status: "unreadable" }), unchanged],
    ["a status of a newer version", syncedState({ sync_status: "who knows" }), unchanged],
  ] as const)("sends nothing for %s", (_name, prior, declared) => {
    expect(decidePush(prior, declared)).toEqual({ push: "no", reasons: [] });
  });

  it.each([
    ["an undecided source", syncedState(), undecided("source")],
    [
      "rotation while auto sync is undecided",
      syncedState({ sync_status: "rotated" }),
      { ...unchanged, autoSync: undefined },
    ],
  ] as const)("leaves it open for %s", (_name, prior, declared) => {
    expect(decidePush(prior, declared).push).toBe("maybe");
  });

  it("is certain of a push whatever else is undecided", () => {
    const declared = { ...undecided("source"), changed: new Set<PushingChange>(["sync_trigger"]) };
    expect(decidePush(syncedState(), declared).push).toBe("yes");
  });
});
