import type { Inspection } from "../../src/emulator/control/inspection";
import { ensure } from "./demo-failure";

/** Every token and credential of the emulated world so far, to be looked for where none may be. Never printed. */
export class Confidential {
  readonly #values = new Set<string>();

  /** Remembers credentials in the environment of the commands. */
  addEnvironment(env: Readonly<Record<string, string>>): void {
    for (const [name, value] of Object.entries(env)) if (/SECRET/.test(name)) this.#values.add(value);
  }

  /** Remembers what applications accept, what Infisical holds and what Entra stores now. */
  add({ applications, secrets, servicePrincipals }: Inspection): void {
    for (const { token } of Object.values(applications)) this.#values.add(token);
    for (const { value } of secrets) this.#values.add(value);
    for (const { secrets: stored } of Object.values(servicePrincipals)) {
      if (stored.SecretToken !== undefined) this.#values.add(stored.SecretToken);
    }
  }

  /** Throws unless the text holds none of them. */
  ensureAbsent(text: string, where: string, file?: string): void {
    const found = [...this.#values].some((value) => text.includes(value));
    ensure(!found, `${where} holds a token or credential.`, file);
  }
}
