import { environment } from "./properties/environment";
import { fuzzSample } from "./support";

fuzzSample(environment);
