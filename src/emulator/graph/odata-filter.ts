import { badRequest } from "./graph-error";

/** Property values that a filter may compare. */
export type Filterable = Readonly<Record<string, string | boolean | readonly string[] | null>>;

/** A parsed `$filter`. */
export interface Filter {
  matches(object: Filterable): boolean;
  /** Needs `ConsistencyLevel: eventual` and `$count=true`. */
  readonly advanced: boolean;
}

type Literal = string | boolean | null;

const TOKEN = /\s*(?:('(?:[^']|'')*')|([(),:])|([A-Za-z_][\w/]*))/y;

/**
 * Parses the part of OData's `$filter` that `/servicePrincipals` supports: `eq`, `ne`, `in`, `startswith`,
 * `endswith`, `tags/any(t:t eq '…')`, `not`, `and`, `or` and parentheses. Throws Graph's 400 for anything else.
 *
 * @see https://learn.microsoft.com/graph/aad-advanced-queries
 */
export function parseFilter(text: string, properties: ReadonlySet<string>): Filter {
  return new FilterParser(tokenize(text), properties).parse();
}

function tokenize(text: string): readonly string[] {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  let end = 0;
  for (let match = TOKEN.exec(text); match !== null; match = TOKEN.exec(text)) {
    tokens.push(match[1] ?? match[2] ?? match[3] ?? "");
    end = TOKEN.lastIndex;
  }
  if (text.slice(end).trim() !== "") throw invalid(`syntax error at position ${end} in '${text}'`);
  return tokens;
}

class FilterParser {
  #position = 0;

  constructor(
    private readonly tokens: readonly string[],
    private readonly properties: ReadonlySet<string>,
  ) {}

  parse(): Filter {
    const filter = this.#or();
    if (this.#peek() !== undefined) throw invalid(`unexpected '${this.#peek()}'`);
    return filter;
  }

  #or(): Filter {
    let left = this.#and();
    while (this.#take("or")) left = either(left, this.#and());
    return left;
  }

  #and(): Filter {
    let left = this.#unary();
    while (this.#take("and")) left = both(left, this.#unary());
    return left;
  }

  #unary(): Filter {
    if (this.#take("not")) {
      const inner = this.#unary();
      return { advanced: true, matches: (object) => !inner.matches(object) };
    }
    if (this.#take("(")) {
      const inner = this.#or();
      this.#expect(")");
      return inner;
    }
    return this.#comparison();
  }

  #comparison(): Filter {
    const name = this.#next();
    const lower = name.toLowerCase();
    if (lower === "startswith" || lower === "endswith") return this.#textFunction(lower);
    if (lower === "tags/any") return this.#anyTag();
    const property = this.#property(name);
    if (this.#take("eq")) return equality(property, this.#literal(), true);
    if (this.#take("ne")) return equality(property, this.#literal(), false);
    if (this.#take("in")) return this.#membership(property);
    throw invalid(`the operator '${this.#peek() ?? ""}' is not supported for property '${property}'`);
  }

  #textFunction(name: "startswith" | "endswith"): Filter {
    this.#expect("(");
    const property = this.#property(this.#next());
    this.#expect(",");
    const literal = String(this.#literal()).toLowerCase();
    this.#expect(")");
    return {
      advanced: name === "endswith",
      matches: (object) => {
        const value = String(object[property] ?? "").toLowerCase();
        return name === "startswith" ? value.startsWith(literal) : value.endsWith(literal);
      },
    };
  }

  #anyTag(): Filter {
    this.#expect("(");
    const variable = this.#next();
    this.#expect(":");
    this.#expect(variable);
    this.#expect("eq");
    const literal = this.#literal();
    this.#expect(")");
    return {
      advanced: false,
      matches: ({ tags }) => Array.isArray(tags) && tags.includes(literal),
    };
  }

  #membership(property: string): Filter {
    this.#expect("(");
    const literals = [this.#literal()];
    while (this.#take(",")) literals.push(this.#literal());
    this.#expect(")");
    const filters = literals.map((literal) => equality(property, literal, true));
    return { advanced: false, matches: (object) => filters.some((filter) => filter.matches(object)) };
  }

  #property(name: string): string {
    if (this.properties.has(name)) return name;
    throw invalid(`could not find a property named '${name}' on type 'microsoft.graph.servicePrincipal'`);
  }

  #literal(): Literal {
    const token = this.#next();
    if (token.startsWith("'")) return token.slice(1, -1).replaceAll("''", "'");
    if (token === "true") return true;
    if (token === "false") return false;
    if (token === "null") return null;
    throw invalid(
      `'${token}' is not a literal: text stands in single quotes, booleans are 'true' or 'false'`,
    );
  }

  #peek(): string | undefined {
    return this.tokens[this.#position];
  }

  #next(): string {
    const token = this.tokens[this.#position++];
    if (token === undefined) throw invalid("it ends too early");
    return token;
  }

  #take(token: string): boolean {
    if (this.#peek() !== token) return false;
    this.#position += 1;
    return true;
  }

  #expect(token: string): void {
    if (!this.#take(token)) throw invalid(`expected '${token}' instead of '${this.#peek() ?? "the end"}'`);
  }
}

function equality(property: string, literal: Literal, wanted: boolean): Filter {
  return {
    advanced: !wanted,
    matches: (object) => sameValue(object[property] ?? null, literal) === wanted,
  };
}

function sameValue(value: Filterable[string], literal: Literal): boolean {
  if (typeof value === "string" && typeof literal === "string") {
    return value.toLowerCase() === literal.toLowerCase();
  }
  return value === literal;
}

function both(left: Filter, right: Filter): Filter {
  return {
    advanced: left.advanced || right.advanced,
    matches: (object) => left.matches(object) && right.matches(object),
  };
}

function either(left: Filter, right: Filter): Filter {
  return {
    advanced: left.advanced || right.advanced,
    matches: (object) => left.matches(object) || right.matches(object),
  };
}

function invalid(why: string) {
  return badRequest(`Invalid filter clause: ${why}.`);
}
