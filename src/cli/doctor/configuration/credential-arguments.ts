import type { BlockMap, Schema } from "../../../framework/schema";
import type { Argument, Body } from "./body";

/** An argument that holds a credential, with its path from the block's root: `infisical.auth.token`. */
export interface CredentialArgument {
  readonly path: string;
  readonly argument: Argument;
  /** What the reference says of it: Markdown. */
  readonly description: string;
}

/** The arguments of a block that its schema declares as secrets, but for nulls. */
export function credentialArguments(
  body: Body,
  schema: Pick<Schema, "attributes" | "blocks">,
): readonly CredentialArgument[] {
  return found(body, schema, "");
}

function found(
  body: Body,
  { attributes, blocks }: { readonly attributes: Schema["attributes"]; readonly blocks: BlockMap },
  prefix: string,
): readonly CredentialArgument[] {
  const own = body.arguments.flatMap((argument) => {
    const attribute = attributes[argument.name];
    const isCredential = attribute?.kind === "scalar" && attribute.secret && !argument.expression.isNull;
    const { description = "" } = attribute ?? {};
    return isCredential ? [{ path: `${prefix}${argument.name}`, argument, description }] : [];
  });
  const nested = body.blocks.flatMap((block) => {
    const inner = blocks[block.type];
    return inner === undefined ? [] : found(block.body, inner, `${prefix}${block.type}.`);
  });
  return [...own, ...nested];
}
