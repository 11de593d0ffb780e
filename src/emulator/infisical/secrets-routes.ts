import { z } from "zod";
import { type EmulatorRequest, type EmulatorResponse, json } from "../http-message";
import type { EmulatorState } from "../state";
import { authenticateIdentity } from "./identity-token";
import { badRequest, notFound } from "./infisical-error";
import { folderPath, queryBoolean, queryNumber, readQuery } from "./infisical-request";
import type { Project } from "./infisical-state";
import { findSecretById, listSecrets, readSecret } from "./secrets";

const common = {
  environment: z.string().trim().optional(),
  secretPath: folderPath.default("/"),
  viewSecretValue: queryBoolean.default(true),
  expandSecretReferences: queryBoolean.default(false),
  include_imports: queryBoolean.default(false),
  // The Node server ignores this spelling; a rewrite of the server reads it, so clients send both.
  includeImports: queryBoolean.optional(),
};
const reading = {
  ...common,
  version: queryNumber.optional(),
  type: z.enum(["shared", "personal"]).default("shared"),
};
const listing = {
  ...common,
  recursive: queryBoolean.default(false),
  includePersonalOverrides: queryBoolean.optional(),
};
const v3Project = { workspaceId: z.string().trim().optional(), workspaceSlug: z.string().trim().optional() };

const readV4 = z.strictObject({ ...reading, projectId: z.string().trim(), environment: z.string().trim() });
const listV4 = z.strictObject({ ...listing, projectId: z.string().trim().optional() });
const readV3 = z.strictObject({ ...reading, ...v3Project });
const listV3 = z.strictObject({ ...listing, ...v3Project });
const byId = z.strictObject({ viewSecretValue: queryBoolean.default(true) });

/** `GET /api/v4/secrets/{name}`. */
export function readSecretV4(state: EmulatorState, request: EmulatorRequest): EmulatorResponse {
  const identity = authenticateIdentity(state, request);
  const query = readQuery(request, readV4);
  const project = projectOf(state, { id: query.projectId });
  return json(200, {
    secret: readSecret(project, identity, request.params.name ?? "", optionsOf(query, query.environment)),
  });
}

/** `GET /api/v4/secrets`. */
export function listSecretsV4(state: EmulatorState, request: EmulatorRequest): EmulatorResponse {
  const identity = authenticateIdentity(state, request);
  const query = readQuery(request, listV4);
  if (query.projectId === undefined || query.environment === undefined) {
    throw badRequest("Missing project id or environment");
  }
  const project = projectOf(state, { id: query.projectId });
  return json(200, listSecrets(project, identity, optionsOf(query, query.environment)));
}

/** `GET /api/v4/secrets/id/{secretId}`. */
export function readSecretById(state: EmulatorState, request: EmulatorRequest): EmulatorResponse {
  const identity = authenticateIdentity(state, request);
  const query = readQuery(request, byId);
  return json(200, {
    secret: findSecretById(state, identity, request.params.secretId ?? "", query.viewSecretValue),
  });
}

/** `GET /api/v3/secrets/raw/{name}`, of servers before v4. */
export function readSecretV3(state: EmulatorState, request: EmulatorRequest): EmulatorResponse {
  const identity = authenticateIdentity(state, request);
  const query = readQuery(request, readV3);
  const { project, environment } = v3Place(state, query);
  return json(200, {
    secret: readSecret(project, identity, request.params.name ?? "", optionsOf(query, environment)),
  });
}

/** `GET /api/v3/secrets/raw`, of servers before v4. */
export function listSecretsV3(state: EmulatorState, request: EmulatorRequest): EmulatorResponse {
  const identity = authenticateIdentity(state, request);
  const query = readQuery(request, listV3);
  const { project, environment } = v3Place(state, query);
  return json(200, listSecrets(project, identity, optionsOf(query, environment)));
}

function v3Place(
  state: EmulatorState,
  query: {
    readonly workspaceId?: string | undefined;
    readonly workspaceSlug?: string | undefined;
    readonly environment?: string | undefined;
  },
): { readonly project: Project; readonly environment: string } {
  const { workspaceId: id, workspaceSlug: slug, environment } = query;
  if ((id === undefined && slug === undefined) || environment === undefined) {
    throw badRequest("Missing workspace id or environment");
  }
  return { project: projectOf(state, { id, slug }), environment };
}

function projectOf(
  state: EmulatorState,
  wanted: { readonly id?: string | undefined; readonly slug?: string | undefined },
): Project {
  const found = [...state.infisical.projects.values()].find(
    ({ id, slug }) => id === wanted.id || (wanted.id === undefined && slug === wanted.slug),
  );
  if (found === undefined) throw notFound(`Project with ID '${wanted.id ?? wanted.slug ?? ""}' not found`);
  return found;
}

function optionsOf(
  query: {
    readonly secretPath: string;
    readonly viewSecretValue: boolean;
    readonly expandSecretReferences: boolean;
    readonly include_imports: boolean;
    readonly version?: number | undefined;
    readonly recursive?: boolean | undefined;
  },
  environment: string,
) {
  return {
    environment,
    path: query.secretPath,
    viewValue: query.viewSecretValue,
    expand: query.expandSecretReferences,
    imports: query.include_imports,
    version: query.version ?? null,
    recursive: query.recursive ?? false,
  };
}
