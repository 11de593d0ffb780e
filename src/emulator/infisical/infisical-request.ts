import { z } from "zod";
import { type EmulatorRequest, mediaType } from "../http-message";
import { badRequest, validationFailure } from "./infisical-error";

/** A boolean of a query: the words `true` and `false`, and nothing else. */
export const queryBoolean = z.enum(["true", "false"]).transform((text) => text === "true");

/** A whole number of a query. */
export const queryNumber = z
  .string()
  .regex(/^\d+$/, "Expected a whole number")
  .transform((text) => Number(text));

/** A folder's path: one trailing slash is removed. */
export const folderPath = z
  .string()
  .trim()
  .transform((path) => (path.length > 1 && path.endsWith("/") ? path.slice(0, -1) : path));

/** The query in the given shape; 422 with the validator's issues for anything else, unknown parameters included. */
export function readQuery<T>(request: EmulatorRequest, shape: z.ZodType<T>): T {
  const repeated = [...request.query.keys()].find((name) => request.query.getAll(name).length > 1);
  if (repeated !== undefined) {
    throw validationFailure([
      {
        code: "invalid_type",
        expected: "string",
        path: [repeated],
        message: "Expected string, received array",
      },
    ]);
  }
  return parse(shape, Object.fromEntries(request.query));
}

/** The JSON body in the given shape; 400 when it is no JSON, 422 for anything else. */
export function readBody<T>(request: EmulatorRequest, shape: z.ZodType<T>): T {
  if (mediaType(request) !== "application/json") {
    throw badRequest("Unsupported Media Type: the body of this request is 'application/json'.");
  }
  let value: unknown;
  try {
    value = JSON.parse(request.body);
  } catch {
    throw badRequest("Body is not valid JSON but content-type is set to 'application/json'");
  }
  return parse(shape, value);
}

function parse<T>(shape: z.ZodType<T>, value: unknown): T {
  const parsed = shape.safeParse(value);
  if (!parsed.success) throw validationFailure(parsed.error.issues);
  return parsed.data;
}
