import { randomUUID } from "node:crypto";
import SCIMMY from "scimmy";
import type { ScimApplication, ScimResource } from "./scim-state";

/** What a resource of the SCIM library tells its handlers. */
interface ResourceCall {
  readonly id?: string | undefined;
  readonly filter?: { match(values: unknown[]): unknown[] } | undefined;
}

/**
 * Declares User and Group to the SCIM library, which knows one set of resource types per process; the application
 * that a request is for comes with each call. Declaring them again changes nothing.
 */
export function declareScimResources(): void {
  if (SCIMMY.Resources.declared(SCIMMY.Resources.User) === true) return;
  SCIMMY.Resources.declare(SCIMMY.Resources.User, handlersOf("users", "userName"));
  SCIMMY.Resources.declare(SCIMMY.Resources.Group, handlersOf("groups", "displayName"));
}

function handlersOf(kind: "users" | "groups", unique: "userName" | "displayName") {
  return {
    egress: (call: ResourceCall, application: ScimApplication) => {
      if (call.id !== undefined) return find(application, kind, call.id);
      const all = [...application[kind].values()];
      return (call.filter?.match(all) ?? all) as ScimResource[];
    },
    ingress: (call: ResourceCall, instance: Record<string, unknown>, application: ScimApplication) => {
      const before = call.id === undefined ? null : find(application, kind, call.id);
      const id = before?.id ?? randomUUID();
      const rival = [...application[kind].values()].find(
        (each) => each.id !== id && sameName(each[unique], instance[unique]),
      );
      if (rival !== undefined) {
        throw new SCIMMY.Types.Error(409, "uniqueness", `A resource with this ${unique} exists already`);
      }
      // The library's instances are proxies, which JSON alone copies.
      const copy = JSON.parse(JSON.stringify(instance)) as Record<string, unknown>;
      const resource: ScimResource = { ...copy, id };
      application[kind].set(id, resource);
      return resource;
    },
    degress: (call: ResourceCall, application: ScimApplication) => {
      application[kind].delete(find(application, kind, call.id ?? "").id);
    },
  };
}

function find(application: ScimApplication, kind: "users" | "groups", id: string): ScimResource {
  const resource = application[kind].get(id);
  if (resource === undefined) throw new SCIMMY.Types.Error(404, "", `Resource ${id} not found`);
  return resource;
}

function sameName(left: unknown, right: unknown): boolean {
  return typeof left === "string" && typeof right === "string" && left.toLowerCase() === right.toLowerCase();
}
