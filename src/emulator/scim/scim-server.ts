import express from "express";
import { SCIMMYRouters } from "scimmy-routers";
import type { EmulatorRequest, EmulatorResponse } from "../http-message";
import { callInProcess, type NodeHandler } from "./in-process-request";
import { declareScimResources } from "./scim-resources";
import type { ScimApplication } from "./scim-state";

/** Lets an application answer a SCIM request that was read whole. */
export type ScimServer = (
  application: ScimApplication,
  request: EmulatorRequest,
) => Promise<EmulatorResponse>;

/**
 * A real SCIM server (scimmy-routers on Express) for all applications, that takes each one's current token alone.
 *
 * Its libraries are imported here and in what this file imports, statically: one `import()` among them would give
 * some loaders a second copy of the SCIM library, as an ES module, with no resource declared.
 */
export function createScimServer(): ScimServer {
  declareScimResources();
  const callers = new WeakMap<object, ScimApplication>();
  const routers = new SCIMMYRouters({
    type: "bearer",
    handler: (request) => {
      const token = /^Bearer (\S+)$/.exec(request.header("authorization") ?? "")?.[1];
      const application = callers.get(request);
      if (application === undefined || token !== application.token)
        throw new Error("The bearer token is not valid.");
      return application.name;
    },
    context: (request) => callers.get(request),
  });
  const app = express();
  app.disable("x-powered-by");
  app.use("/scim/:app/v2", routers);
  return (application, request) => {
    const handler: NodeHandler = (incoming, response) => {
      callers.set(incoming, application);
      app(incoming, response);
    };
    return callInProcess(handler, request);
  };
}
