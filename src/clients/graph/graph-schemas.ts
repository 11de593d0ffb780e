import { z } from "zod";

/*
 * Answers of Microsoft Graph, as far as they are used. Tolerant where Microsoft documents nothing: what may be left
 * out or null is. https://learn.microsoft.com/graph/api/resources/synchronization-overview
 * Importing this module loads zod, so import it lazily.
 */

const optionalText = z.string().nullish();

/** A collection of `item`. */
export function collectionOf<T extends z.ZodType>(item: T) {
  return z.object({ value: z.array(item), "@odata.nextLink": optionalText });
}

export const servicePrincipalSchema = z.object({
  id: z.string().min(1),
  appId: z.string().nullish(),
  displayName: z.string().nullish(),
});

/** Keyed by application id; one page of Microsoft's documentation shows a collection here. */
export const servicePrincipalByAppIdSchema = z.union([
  z.object({ value: z.array(servicePrincipalSchema).max(1) }),
  servicePrincipalSchema,
]);

export const secretSchema = z.object({ key: z.string().min(1), value: optionalText });

export const jobSchema = z.object({
  id: z.string().min(1),
  templateId: optionalText,
  schedule: z.object({ state: optionalText }).nullish(),
  status: z
    .object({
      code: optionalText,
      quarantine: z.object({ reason: optionalText, nextAttempt: optionalText }).nullish(),
      lastSuccessfulExecution: z.object({ timeEnded: optionalText }).nullish(),
    })
    .nullish(),
});

export const templateSchema = z.object({ id: z.string().min(1), default: z.boolean().nullish() });

const innerError = z
  .object({ "request-id": optionalText.catch(null) })
  .nullish()
  .catch(null);

/** The error envelope, in the forms that are met. */
export const errorSchema = z.object({
  error: z.object({
    code: optionalText.catch(null),
    message: z
      .union([z.string(), z.object({ value: z.string() }).transform(({ value }) => value)])
      .nullish()
      .catch(null),
    innerError,
    innererror: innerError,
  }),
});
