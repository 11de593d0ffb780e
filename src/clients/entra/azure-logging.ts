import { AzureLogger, setLogLevel } from "@azure/logger";

/**
 * Turns the Azure SDK's own logging off, whatever `AZURE_LOG_LEVEL` and `DEBUG` say: it writes to standard error, and
 * at its more talkative levels quotes what it sends.
 */
export function silenceAzureSdk(): void {
  setLogLevel(undefined);
  AzureLogger.log = () => {};
}
