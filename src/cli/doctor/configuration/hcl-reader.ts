/** Where reading stands in a text of HCL, and how to get past the parts whose content does not matter. */
export class HclReader {
  readonly #text: string;
  #position = 0;

  constructor(text: string) {
    this.#text = text.replace(/^\uFEFF/, "");
  }

  /** The line of the next character, from 1. */
  get line(): number {
    let line = 1;
    for (let at = this.#text.indexOf("\n"); at !== -1 && at < this.#position; line++) {
      at = this.#text.indexOf("\n", at + 1);
    }
    return line;
  }

  get isAtEnd(): boolean {
    return this.#position >= this.#text.length;
  }

  /** The next character, or an empty string at the end. */
  peek(): string {
    return this.#text.charAt(this.#position);
  }

  /** True when `text` comes next. */
  startsWith(text: string): boolean {
    return this.#text.startsWith(text, this.#position);
  }

  /** What `pattern` (sticky) matches here, taken; null when it does not match. */
  take(pattern: RegExp): string | null {
    pattern.lastIndex = this.#position;
    const [match] = pattern.exec(this.#text) ?? [];
    if (match === undefined) return null;
    this.#position += match.length;
    return match;
  }

  /** Takes one character. */
  step(): void {
    this.#position++;
  }

  /** Skips comments and white space: within a line, or over line breaks too. */
  skipSpace(overLines: boolean): void {
    const space = overLines ? /\s+/y : /[^\S\n]+/y;
    // A line comment leaves its line break, which ends an argument.
    while (this.take(space) ?? this.take(/(?:#|\/\/)[^\n]*/y) ?? this.take(/\/\*[\s\S]*?\*\//y));
  }
}
