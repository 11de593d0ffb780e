import { oneLine } from "./one-line";

it.each([
  ["a name", "Ada Lovelace", "Ada Lovelace"],
  ["letters of any script, joined ones too", "Zoë 東京 👩‍💻", "Zoë 東京 👩‍💻"],
  ["an escape sequence", "eve\u001b[2J", "eve\ufffd[2J"],
  ["a sequence in its short form", "eve\u009b2J", "eve\ufffd2J"],
  ["line breaks", "a\r\nb\u2028c", "a\ufffd\ufffdb\ufffdc"],
  ["a bell, a tab and a NUL", "\u0007\t\u0000", "\ufffd\ufffd\ufffd"],
  ["text that is turned round", "\u202eevil\u2066", "\ufffdevil\ufffd"],
])("leaves of %s what can be printed", (_, text, expected) => {
  expect(oneLine(text)).toBe(expected);
});
