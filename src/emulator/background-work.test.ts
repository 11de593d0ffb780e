import { BackgroundWork } from "./background-work";

describe("BackgroundWork", () => {
  it("begins later, and is settled when tasks that tasks began have ended too", async () => {
    const work = new BackgroundWork();
    const done: string[] = [];
    work.begin(async () => {
      work.begin(async () => {
        done.push("second");
      });
      done.push("first");
    });
    expect(done).toEqual([]);
    await work.settled();
    expect(done).toEqual(["first", "second"]);
  });

  it("is settled at once where there is nothing", async () => {
    await new BackgroundWork().settled();
  });
});
