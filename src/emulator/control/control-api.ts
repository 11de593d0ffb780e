import { timingSafeEqual } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { ZodError } from "zod";
import { formatPath } from "../../core/attribute-path";
import { Problem } from "../../core/problem";
import { type EmulatorResponse, json } from "../http-message";
import { readBody } from "../serve-request";
import { sendResponse } from "../traffic/send-response";
import type { Control } from "./control";
import { OPERATIONS } from "./operations";

/**
 * `POST /_control/{operation}` with JSON and the key in `x-control-key`: a shell over {@link Control}. Answers 200
 * with what the operation gives (null when it gives nothing), 401 without the key, 404 for an unknown operation or
 * thing, 400 for input that does not fit.
 */
export async function serveControl(
  control: Control,
  key: string,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const body = await readBody(incoming);
  await sendResponse(outgoing, await answer(control, key, incoming, body), null);
}

async function answer(
  control: Control,
  key: string,
  incoming: IncomingMessage,
  body: string | null,
): Promise<EmulatorResponse> {
  if (!sameKey(key, String(incoming.headers["x-control-key"] ?? ""))) {
    return json(401, { error: "The header x-control-key is missing or wrong." });
  }
  const name = (incoming.url ?? "").split("?")[0]?.slice("/_control/".length) ?? "";
  const operation = Object.hasOwn(OPERATIONS, name) ? OPERATIONS[name] : undefined;
  if (operation === undefined || incoming.method !== "POST") {
    return json(404, {
      error: `There is no operation POST /_control/${name}.`,
      operations: Object.keys(OPERATIONS),
    });
  }
  try {
    const input: unknown = body === null || body === "" ? {} : JSON.parse(body);
    return json(200, (await operation.run(control, input)) ?? null);
  } catch (caught) {
    return refusal(caught);
  }
}

function refusal(caught: unknown): EmulatorResponse {
  if (caught instanceof ZodError) {
    const lines = caught.issues.map(
      ({ path, message }) => `${formatPath(path.filter((step) => typeof step !== "symbol"))}: ${message}`,
    );
    return json(400, { error: lines.join("; ") });
  }
  if (caught instanceof SyntaxError) return json(400, { error: "The body is not JSON." });
  if (caught instanceof Problem)
    return json(caught.code === "not_found" ? 404 : 400, { error: caught.detail });
  throw caught;
}

function sameKey(expected: string, given: string): boolean {
  const left = Buffer.from(expected);
  const right = Buffer.from(given);
  return left.length === right.length && timingSafeEqual(left, right);
}
