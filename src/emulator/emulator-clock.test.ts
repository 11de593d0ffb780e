import { EmulatorClock } from "./emulator-clock";

describe("EmulatorClock", () => {
  it("goes with the machine, and ahead of it by what it was advanced", () => {
    let machine = 1000;
    const clock = new EmulatorClock(() => machine);
    clock.advance(500);
    clock.advance(500);
    expect(clock.now()).toBe(2000);
    machine += 1;
    expect(clock.now()).toBe(2001);
    expect(clock.timestamp()).toBe("1970-01-01T00:00:02.001Z");
  });

  it("goes as far wrong as it is told, either way", () => {
    const clock = new EmulatorClock(() => 10_000);
    clock.advance(500);
    clock.setOffset(-2000);
    expect(clock.now()).toBe(8000);
  });
});
