import { StopProvider_Request, StopProvider_Response } from "../gen/tfplugin6";
import { rpc } from "./rpc";

/** Ctrl-C: tells every operation under way to come to an end. Terraform then waits for their answers. */
export const stopProvider = rpc(StopProvider_Request, StopProvider_Response, (provider) => {
  provider.stop();
  return { error: "" };
});
