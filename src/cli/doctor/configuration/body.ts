/** What an expression is made of, without the text itself, which may be a credential. */
export interface Expression {
  /** True for a plain `null`. */
  readonly isNull: boolean;
  /** True for a plain `true`. */
  readonly isTrue: boolean;
  /** What it refers to: `var.token`, `local.secrets.token`. Without references it is written out. */
  readonly references: readonly string[];
}

/** An argument, and where it stands. */
export interface Argument {
  readonly name: string;
  readonly line: number;
  readonly expression: Expression;
}

/** A block with its labels: `provider "entrascim" { … }`. */
export interface Block {
  readonly type: string;
  readonly labels: readonly string[];
  readonly line: number;
  readonly body: Body;
}

/** What stands between a block's braces, or in a whole file. */
export interface Body {
  readonly arguments: readonly Argument[];
  readonly blocks: readonly Block[];
}

/** An argument of a body by its name. */
export function argumentOf(body: Body, name: string): Argument | undefined {
  return body.arguments.find((each) => each.name === name);
}

/** The blocks of a type, those with these first labels. */
export function blocksOf(body: Body, type: string, ...labels: readonly string[]): readonly Block[] {
  return body.blocks.filter(
    (block) => block.type === type && labels.every((label, index) => block.labels[index] === label),
  );
}
