import { cloudAnswers } from "./properties/cloud-answers";
import { parsersProperty } from "./properties/parsers";
import { fuzzSample } from "./support";

fuzzSample(cloudAnswers);
fuzzSample(parsersProperty);
