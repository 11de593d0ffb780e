import type { Readable } from "node:stream";
import { Problem } from "../../core/problem";

/** The whole of a body as UTF-8. Throws `unexpected_response`, and stops reading, as soon as it is over `maxBytes`. */
export async function readBody(body: Readable, maxBytes: number, host: string): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > maxBytes) throw tooLarge(host, maxBytes);
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function tooLarge(host: string, maxBytes: number): Problem {
  return new Problem("unexpected_response", {
    summary: `${host} answered too much`,
    detail: `The answer of ${host} is larger than ${maxBytes} bytes, which no documented answer is. Check that the host is right and that no proxy answers in its place.`,
  });
}
