import { plainText } from "../../text/plain-text";

/**
 * A text of others as plain text in GitHub's Markdown, in a table cell too: it makes no markup, HTML, link, mention,
 * reference to an issue or formula, and stays on its line.
 */
export function markdownText(text: string): string {
  const apart = (found: string) => `${found}${NO_WIDTH}`;
  return escapeMarkup(
    ampersands(plainText(text))
      .replace(/[@#](?=[\p{L}\p{N}])/gu, apart)
      .replace(/\bGH-(?=\d)/gi, apart),
  );
}

/**
 * The same, in a code element: nothing in it is a mention, so it can be copied as it is. A long one may be broken behind
 * each `.` and `_`, else it would take the width of a table from the sentences beside it.
 */
export function markdownCode(text: string): string {
  const escaped = escapeMarkup(ampersands(plainText(text)));
  const breakable = escaped.replace(/(?:\.|(?<!\bentrascim)\\_)(?=[\p{L}\p{N}])/gu, "$&<wbr>");
  return `<code>${text.length > LONGEST_WHOLE ? breakable : escaped}</code>`;
}

const LONGEST_WHOLE = 40;

// A word joiner: invisible, and it keeps `@` and `#` apart from what they would refer to.
const NO_WIDTH = "&#8288;";

function ampersands(text: string): string {
  return text.replaceAll("&", "&amp;");
}

function escapeMarkup(text: string): string {
  return (
    text
      .replace(/[\\`*_~[\]|!]/g, "\\$&")
      .replaceAll("<", "&lt;")
      .replaceAll(">", "&gt;")
      .replaceAll("$", "&#36;")
      // URLs without brackets are links by themselves.
      .replace(/:(?=\/\/|\S+@)/g, "&#58;")
      .replace(/\b(www)\./gi, "$1&#46;")
  );
}
