import { version } from "../../package.json";

/** The version of this package, which provider, constructs and command line share. */
export const VERSION: string = version;
