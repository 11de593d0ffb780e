import { BODY_MARK, MARK } from "../clouds/planted";

/** Words by which a message says that our own code failed. */
const BUG = /This is a bug|has a bug|unknown error|undefined|\[object |^\s+at /im;

/** Throws when the text quotes a planted secret, in clear or in the base64 of its first bytes. */
export function assertNoSecret(text: string, where: string): void {
  const encoded = Buffer.from(MARK).toString("base64").slice(0, 8);
  if (text.includes(MARK) || text.includes(encoded))
    throw new Error(`${where} holds a planted secret: ${text}`);
}

/** Throws when a message for people blames our own code, quotes a stack or the body of an answer. */
export function assertMessage(text: string, where: string): void {
  assertNoSecret(text, where);
  if (BUG.test(text)) throw new Error(`${where} says that we have a bug: ${text}`);
  if (text.includes(BODY_MARK)) throw new Error(`${where} quotes the body of an answer: ${text}`);
}
