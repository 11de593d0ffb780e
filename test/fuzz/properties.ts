import type { FuzzProperty } from "./fuzz-property";
import { cloudAnswers } from "./properties/cloud-answers";
import { environment } from "./properties/environment";
import { hostileClouds } from "./properties/hostile-clouds";
import { httpBytes } from "./properties/http-bytes";
import { parsersProperty } from "./properties/parsers";
import { rpcValues } from "./properties/rpc-values";
import { sockets } from "./properties/sockets";

/** Every property, for `npm test` and `npm run fuzz` alike. */
export const PROPERTIES: readonly FuzzProperty[] = [
  rpcValues,
  hostileClouds,
  cloudAnswers,
  parsersProperty,
  environment,
  httpBytes,
  sockets,
];
