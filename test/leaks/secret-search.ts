import { lstatSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { gunzipSync } from "node:zlib";
import { isZip, unzip } from "./unzip";

/** Where a secret was found. */
export interface Finding {
  /** What the secret is, never its value. */
  readonly secret: string;
  /** `as it is`, `in base64`, … */
  readonly form: string;
  /** File, with ` > ` before what is inside an archive, or the name of an output. */
  readonly place: string;
}

/** Secrets by what they are called. */
export type Secrets = Readonly<Record<string, string>>;

/** A piece of text that somebody printed. */
export interface Printed {
  readonly name: string;
  readonly text: string;
}

/**
 * Looks for secrets in all files below a folder, what is in archives included, and in what was printed. Symbolic links
 * are not followed: in a workspace they lead to the provider itself.
 */
export function findSecrets(
  secrets: Secrets,
  directory: string,
  printed: readonly Printed[] = [],
): readonly Finding[] {
  const needles = Object.entries(secrets).flatMap(([secret, value]) =>
    formsOf(value).map(([form, bytes]) => ({ secret, form, bytes })),
  );
  const places = [
    ...filesOf(directory).flatMap((file) => layers(relative(directory, file), readFileSync(file))),
    ...printed.map(({ name, text }) => ({ place: name, bytes: Buffer.from(text) })),
  ];
  return places.flatMap(({ place, bytes }) =>
    needles
      .filter((needle) => bytes.includes(needle.bytes))
      .map(({ secret, form }) => ({ secret, form, place })),
  );
}

/** The files that {@link findSecrets} looks into, relative to the folder. */
export function artefactsIn(directory: string): readonly string[] {
  return filesOf(directory).map((file) => relative(directory, file));
}

function filesOf(directory: string): readonly string[] {
  return readdirSync(directory).flatMap((name) => {
    const path = join(directory, name);
    const stats = lstatSync(path);
    if (stats.isDirectory()) return filesOf(path);
    return stats.isFile() ? [path] : [];
  });
}

/** Bytes, and what is packed in them. */
function layers(place: string, bytes: Buffer): readonly { readonly place: string; readonly bytes: Buffer }[] {
  const inner = isZip(bytes)
    ? [...unzip(bytes)].flatMap(([name, content]) => layers(`${place} > ${name}`, content))
    : bytes[0] === 0x1f && bytes[1] === 0x8b
      ? layers(`${place} > gzip`, gunzipSync(bytes))
      : [];
  return [{ place, bytes }, ...inner];
}

/** How a secret may be written. Halves of it are looked for as well, since a cut-off secret is still most of it. */
export function formsOf(secret: string): readonly (readonly [string, Buffer])[] {
  const bytes = Buffer.from(secret);
  const escaped = JSON.stringify(secret).slice(1, -1);
  const texts: readonly (readonly [string, string])[] = [
    ...halves(secret).map((half) => ["as it is", half] as const),
    ["escaped as in JSON", escaped],
    ["escaped as in JSON, twice", JSON.stringify(escaped).slice(1, -1)],
    ["escaped as in Go's JSON", escaped.replace(/[<>&]/g, (it) => `\\u00${it.charCodeAt(0).toString(16)}`)],
    ["percent-encoded", encodeURIComponent(secret)],
    ["in hexadecimal", bytes.toString("hex")],
    ["in hexadecimal", bytes.toString("hex").toUpperCase()],
    ["as the bytes that Node prints", [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join(" ")],
    ["as numbers", [...bytes].join(",")],
    ["reversed", [...secret].reverse().join("")],
    ...[0, 1, 2].flatMap((offset) => [
      ["in base64", inBase64(bytes, offset, "base64")] as const,
      ["in base64", inBase64(bytes, offset, "base64url")] as const,
    ]),
  ];
  const found = new Map(texts.map(([form, text]) => [text, [form, Buffer.from(text)] as const] as const));
  return [...found.values(), ["in UTF-16", Buffer.from(secret, "utf16le")]];
}

function halves(secret: string): readonly string[] {
  if (secret.length < 24) return [secret];
  const middle = Math.ceil(secret.length / 2);
  return [secret.slice(0, middle), secret.slice(middle)];
}

/** What base64 of a longer text has in it when the secret begins `offset` bytes after a multiple of three. */
function inBase64(secret: Buffer, offset: number, encoding: "base64" | "base64url"): string {
  const text = Buffer.concat([Buffer.alloc(offset), secret]).toString(encoding);
  const whole = Math.floor(((offset + secret.length) * 8) / 6);
  return text.slice(Math.ceil((offset * 8) / 6), whole);
}
