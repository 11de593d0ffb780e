import type { CliOutput } from "../../cli-io";
import { liveOutput } from "./live-output";

/** A terminal of so many rows, 80 columns wide: what is on its screen and above. */
function terminal(rows: number) {
  const lines: string[] = [""];
  let row = 0;
  const written: string[] = [];
  let column = 0;
  const output: CliOutput = {
    isTTY: true,
    rows,
    write(text) {
      written.push(text);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: what a terminal is steered with
      for (const [part] of text.matchAll(/\u001b\[\??(\d*)([AKJhl])|\r|\n|[^\u001b\r\n]+/g)) {
        const up = /\[(\d+)A/.exec(part);
        if (up !== null) row -= Number(up[1]);
        else if (/[KJ]$/.test(part) && part.startsWith("\u001b")) {
          lines[row] = lines[row]?.slice(0, column) ?? "";
          if (part.endsWith("J")) lines.splice(row + 1);
        }
        if (part === "\n") {
          row++;
          lines[row] ??= "";
        }
        if (part === "\n" || part === "\r") column = 0;
        else if (!part.startsWith("\u001b")) {
          lines[row] = part + (lines[row]?.slice(part.length) ?? "");
          // after the last column the cursor waits on it
          column = Math.min(part.length, 79);
        }
      }
    },
  };
  return { output, screen: () => lines.join("\n"), writes: () => written.length };
}

describe("liveOutput in place", () => {
  it("writes each text over the last one, in one piece, and leaves what was there before", () => {
    const { output, screen, writes } = terminal(24);
    output.write("$ entrascim status\n");
    const live = liveOutput(output, true);
    live.show("first line\nsecond line\nthird\n");
    live.show("1st\nsecond\n");
    expect(screen()).toBe("$ entrascim status\n1st\nsecond\n");
    live.show("a\nb\nc\nd\n");
    expect(screen()).toBe("$ entrascim status\na\nb\nc\nd\n");
    expect(writes()).toBe(4);
  });

  it("goes on below what was written in between", () => {
    const { output, screen } = terminal(24);
    const live = liveOutput(output, true);
    live.show("a\nb\n");
    output.write("error: it failed\n");
    live.interrupted();
    live.show("c\n");
    live.show("d\n");
    expect(screen()).toBe("a\nb\nerror: it failed\nd\n");
  });

  it("shows the whole of a line that is as wide as the terminal", () => {
    const { output, screen } = terminal(24);
    const live = liveOutput(output, true);
    live.show(`${"x".repeat(80)}\n`);
    live.show(`${"y".repeat(80)}\n`);
    expect(screen()).toBe(`${"y".repeat(80)}\n`);
  });

  it("leaves out what does not fit, and says so", () => {
    const { output, screen } = terminal(5);
    const live = liveOutput(output, true);
    live.show("1\n2\n3\n4\n");
    expect(screen()).toBe("1\n2\n3\n4\n");
    live.show("1\n2\n3\n4\n5\n6\n");
    expect(screen()).toBe("1\n2\n3\n… 3 more lines: make the terminal higher, or pipe the output\n");
  });
});

describe("liveOutput not in place", () => {
  it("writes texts one after the other", () => {
    let text = "";
    const live = liveOutput({ isTTY: false, write: (more) => (text += more) }, false);
    live.show("a\nb\n");
    live.interrupted();
    live.show("c\n");
    expect(text).toBe("a\nb\n\nc\n");
  });
});
