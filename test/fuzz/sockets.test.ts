import { httpBytes } from "./properties/http-bytes";
import { sockets } from "./properties/sockets";
import { fuzzSample } from "./support";

fuzzSample(sockets);
fuzzSample(httpBytes);
