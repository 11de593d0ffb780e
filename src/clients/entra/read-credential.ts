import type { CallOptions } from "../../core/clock";
import { Problem } from "../../core/problem";
import { Secret } from "../../core/secret";
import { isClientId } from "./credential-levels";
import type { ClientId, CredentialInput, InfisicalLocation } from "./sign-in-plan";

/** Where credentials are read from. */
export interface CredentialReaders {
  /** A secret of ours in Infisical. Throws a problem when it is not there or cannot be read. */
  readonly readSecret: (location: InfisicalLocation, call: CallOptions) => Promise<Secret>;
  /** The bytes of a file. */
  readonly readFile: (path: string) => Promise<Buffer>;
}

/**
 * A credential's text, without the line break that editors put at the end of files. Throws `unauthenticated` for a file
 * that cannot be read and for a credential that is empty.
 */
export async function readCredential(
  input: CredentialInput,
  readers: CredentialReaders,
  call: CallOptions,
): Promise<Secret> {
  if (input.from === "value") return input.value;
  const secret =
    input.from === "file"
      ? new Secret((await readNamedFile(input.path, input.name, readers)).toString("utf8"))
      : await readers.readSecret(input.location, call);
  const text = secret.reveal().replace(/\r?\n$/, "");
  if (text !== "") return new Secret(text);
  throw new Problem("unauthenticated", {
    summary: "A credential is empty",
    detail: `The credential that ${input.name} refers to is empty.`,
  });
}

/** The bytes of a credential: those of its file, else its text as UTF-8. Throws as {@link readCredential} does. */
export async function readCredentialBytes(
  input: CredentialInput,
  readers: CredentialReaders,
  call: CallOptions,
): Promise<Buffer> {
  if (input.from === "file") return readNamedFile(input.path, input.name, readers);
  return Buffer.from((await readCredential(input, readers, call)).reveal(), "utf8");
}

/** The client id. Throws `unauthenticated` for a file that cannot be read or does not hold a UUID. */
export async function readClientId(id: ClientId, readers: CredentialReaders): Promise<string> {
  if (id.from === "value") return id.value;
  const text = (await readNamedFile(id.path, id.name, readers)).toString("utf8").trim();
  if (isClientId(text)) return text;
  throw new Problem("unauthenticated", {
    summary: "The client id is no UUID",
    detail: `The file that ${id.name} names does not hold a client id, which is a UUID.`,
  });
}

async function readNamedFile(path: string, name: string, readers: CredentialReaders): Promise<Buffer> {
  try {
    return await readers.readFile(path);
  } catch (caught) {
    const code = caught instanceof Error && "code" in caught ? String(caught.code) : "";
    const named = /^[A-Z_]+$/.test(code) ? ` (${code})` : "";
    throw new Problem("unauthenticated", {
      summary: "A credential's file cannot be read",
      // The path is not quoted: where somebody wrote the credential itself, that would be the credential.
      detail: `The file that ${name} names cannot be read${named}. Check its path, and that it exists where this runs.`,
    });
  }
}
