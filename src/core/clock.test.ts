import { systemClock } from "./clock";

describe("systemClock.sleep", () => {
  it("ends at once when the signal aborts", async () => {
    const controller = new AbortController();
    const sleeping = systemClock.sleep(60_000, controller.signal);
    controller.abort();
    await expect(sleeping).rejects.toMatchObject({ code: "cancelled" });
  });

  it("does not begin when it has aborted already", async () => {
    await expect(systemClock.sleep(60_000, AbortSignal.abort())).rejects.toMatchObject({ code: "cancelled" });
  });

  it("waits for what is longer than Node's timers", async () => {
    const controller = new AbortController();
    let ended = false;
    const sleeping = systemClock.sleep(2 ** 40, controller.signal).finally(() => {
      ended = true;
    });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(ended).toBe(false);
    controller.abort();
    await expect(sleeping).rejects.toMatchObject({ code: "cancelled" });
  });

  it("leaves no listener behind", async () => {
    const controller = new AbortController();
    const remove = jest.spyOn(controller.signal, "removeEventListener");
    await systemClock.sleep(1, controller.signal);
    expect(remove).toHaveBeenCalledWith("abort", expect.any(Function));
  });
});
