import type { CallOptions } from "../../core/clock";
import type { HttpResponse } from "../http/transport";
import { type InfisicalError, isTokenRefusal, readError } from "./fault";
import type { InfisicalHttp } from "./infisical-http";
import type { AccessToken } from "./log-in";
import type { Session } from "./session";

/** What a call came to: the answer with a body, or the error that it is. */
export type Answer =
  | { readonly ok: true; readonly response: HttpResponse }
  | { readonly ok: false; readonly error: InfisicalError };

/** Sends with a session's token, and once more with another one when it is refused. */
export class AuthorizedHttp {
  readonly #http: InfisicalHttp;
  readonly #session: Session;

  constructor(http: InfisicalHttp, session: Session) {
    this.#http = http;
    this.#session = session;
  }

  /**
   * Asks for `url`. `name` is the call in words, after "to".
   * Rejects with the problems of the login and of {@link InfisicalHttp.send}.
   */
  async get(url: string, name: string, call: CallOptions): Promise<Answer> {
    const token = await this.#session.token(call);
    const answer = await this.#once(url, name, token, call);
    if (answer.ok || !isTokenRefusal(answer.error)) return answer;
    const other = await this.#session.renew(token, call);
    return other === null ? answer : this.#once(url, name, other, call);
  }

  async #once(url: string, name: string, token: AccessToken, call: CallOptions): Promise<Answer> {
    const headers = { authorization: `Bearer ${token.token.reveal()}` };
    const response = await this.#http.send({ method: "GET", url, headers, call: name }, call);
    const answer: Answer =
      response.status < 300
        ? { ok: true, response }
        : { ok: false, error: await readError(response, this.#http.clock.now()) };
    if (answer.ok || !isTokenRefusal(answer.error)) this.#session.accepted(token);
    return answer;
  }
}
