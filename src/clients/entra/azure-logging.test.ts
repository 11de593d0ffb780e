import { createClientLogger, setLogLevel } from "@azure/logger";
import { silenceAzureSdk } from "./azure-logging";

describe("silenceAzureSdk", () => {
  const written: string[] = [];

  beforeEach(() => {
    jest.spyOn(process.stderr, "write").mockImplementation((chunk) => {
      written.push(String(chunk));
      return true;
    });
  });
  afterEach(() => {
    jest.restoreAllMocks();
    setLogLevel(undefined);
    written.length = 0;
  });

  it("turns off what the environment turned on, and what is turned on later", () => {
    const logger = createClientLogger("identity");
    setLogLevel("verbose");
    logger.info("audible");
    silenceAzureSdk();
    logger.error("hidden");
    setLogLevel("verbose");
    logger.error("hidden");
    createClientLogger("core-rest-pipeline").info("hidden");
    expect(written.join("")).toContain("audible");
    expect(written.join("")).not.toContain("hidden");
  });
});
