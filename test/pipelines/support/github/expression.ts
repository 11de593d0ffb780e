/*
 * Expressions of GitHub Actions, as far as the workflows use them: literals, contexts, !, ==, !=, &&, ||, parentheses,
 * and a few functions. https://docs.github.com/actions/reference/evaluate-expressions-in-workflows-and-actions
 */

/** Values that expressions can have. */
export type Value = string | number | boolean | null | Contexts;
/** Contexts by name; what is not there is null. */
export interface Contexts {
  readonly [name: string]: Value | undefined;
}

/** Evaluates an expression without its `${{ }}`. Throws an Error for what it does not understand. */
export function evaluate(text: string, contexts: Contexts): Value {
  const tokens = text.match(/'(?:[^']|'')*'|[\w-]+|==|!=|&&|\|\||[!().,]|\S/g) ?? [];
  const parser = new Parser(tokens, contexts);
  const value = parser.or();
  if (!parser.done) throw new Error(`cannot evaluate: ${text}`);
  return value;
}

/** Replaces each `${{ }}` of a text. */
export function interpolate(text: string, contexts: Contexts): string {
  return text.replace(/\$\{\{([\s\S]*?)\}\}/g, (_, expression: string) =>
    asText(evaluate(expression, contexts)),
  );
}

/** What counts as true. */
export function isTruthy(value: Value): boolean {
  return value !== null && value !== false && value !== "" && value !== 0;
}

function asText(value: Value): string {
  if (value === null) return "";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** Of different types are compared as numbers, so that what is not there equals an empty text. */
function isEqual(left: Value, right: Value): boolean {
  return typeof left === typeof right ? left === right : Number(left) === Number(right);
}

class Parser {
  #at = 0;

  constructor(
    readonly tokens: readonly string[],
    readonly contexts: Contexts,
  ) {}

  get done(): boolean {
    return this.#at === this.tokens.length;
  }

  or(): Value {
    let left = this.and();
    while (this.#take("||")) {
      const right = this.and();
      left = isTruthy(left) ? left : right;
    }
    return left;
  }

  and(): Value {
    let left = this.equality();
    while (this.#take("&&")) {
      const right = this.equality();
      left = isTruthy(left) ? right : left;
    }
    return left;
  }

  equality(): Value {
    const left = this.unary();
    if (this.#take("==")) return isEqual(left, this.unary());
    if (this.#take("!=")) return !isEqual(left, this.unary());
    return left;
  }

  unary(): Value {
    if (this.#take("!")) return !isTruthy(this.unary());
    if (this.#take("(")) return this.#closed(this.or());
    const token = this.tokens[this.#at++] ?? "";
    if (token.startsWith("'")) return token.slice(1, -1).replaceAll("''", "'");
    if (/^\d+$/.test(token)) return Number(token);
    if (token === "true" || token === "false") return token === "true";
    if (!/^[a-z_][\w-]*$/i.test(token)) throw new Error(`unexpected ${token} in ${this.tokens.join(" ")}`);
    return this.#take("(") ? this.#call(token) : this.#member(token);
  }

  #member(context: string): Value {
    let value: Value | undefined = this.contexts[context];
    if (value === undefined) throw new Error(`there is no context ${context} here`);
    while (this.#take(".")) {
      const name = this.tokens[this.#at++] ?? "";
      value = typeof value === "object" && value !== null ? (value[name] ?? null) : null;
    }
    return value;
  }

  #call(name: string): Value {
    const values: Value[] = [];
    while (!this.#take(")")) {
      values.push(this.or());
      this.#take(",");
    }
    if (name === "format") {
      const [pattern = "", ...parts] = values.map(asText);
      return pattern.replace(/\{(\d+)\}/g, (_, index: string) => parts[Number(index)] ?? "");
    }
    throw new Error(`there is no function ${name}`);
  }

  #closed(value: Value): Value {
    if (!this.#take(")")) throw new Error(`a parenthesis is not closed in ${this.tokens.join(" ")}`);
    return value;
  }

  #take(token: string): boolean {
    if (this.tokens[this.#at] !== token) return false;
    this.#at++;
    return true;
  }
}
