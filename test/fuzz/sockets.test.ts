import { sockets } from "./properties/sockets";
import { fuzzSample } from "./support";

fuzzSample(sockets);
