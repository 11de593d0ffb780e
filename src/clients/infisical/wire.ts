import { z } from "zod";

/*
 * Answers of Infisical's API, as far as they are read. This file loads zod: import its values with `await import`.
 */

/** `POST /api/v1/auth/<method>/login`. A life of 0 seconds means that the token does not expire. */
export const loginAnswer = z.object({ accessToken: z.string().min(1), expiresIn: z.number().nonnegative() });

const secret = z.object({
  id: z.string().min(1),
  version: z.number().int().nonnegative(),
  type: z.string().optional(),
  secretKey: z.string(),
  secretValue: z.string().nullish(),
  secretValueHidden: z.boolean().nullish(),
  // It is told as a time; a server that says it in another way says nothing.
  updatedAt: z.iso.datetime({ offset: true }).nullish().catch(null),
  actor: z.object({ name: z.string().nullish() }).nullish(),
});

/** A secret, with or without its value. */
export type WireSecret = z.infer<typeof secret>;

/** `GET /api/v4/secrets/{name}` and `GET /api/v3/secrets/raw/{name}`. */
export const secretAnswer = z.object({ secret });

const importedFolder = z.object({
  environment: z.string(),
  secretPath: z.string(),
  secrets: z.array(z.object({ secretKey: z.string() })),
});

/** `GET /api/v4/secrets` and `GET /api/v3/secrets/raw`: no pages. */
export const secretsAnswer = z.object({
  secrets: z.array(secret),
  imports: z.array(importedFolder).nullish(),
});

const validationIssue = z.object({
  code: z.string().optional().catch(undefined),
  path: z.array(z.union([z.string(), z.number()])).catch([]),
});

/** Any error. A validation failure's `message` is a list of issues. Nothing of it is required. */
export const errorAnswer = z.object({
  reqId: z.string().optional().catch(undefined),
  error: z.string().optional().catch(undefined),
  message: z
    .union([z.string(), z.array(validationIssue)])
    .optional()
    .catch(undefined),
});

/** The body of an error. */
export type ErrorAnswer = z.infer<typeof errorAnswer>;

/** `GET /metadata/identity/oauth2/token` of Azure's Instance Metadata Service. */
export const managedIdentityAnswer = z.object({ access_token: z.string().min(1) });
