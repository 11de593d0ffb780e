/** A user or group as the application stores it. */
export type ScimResource = Record<string, unknown> & { readonly id: string };

/** A SaaS application with a SCIM endpoint of its own, at `/scim/{name}/v2`. */
export interface ScimApplication {
  readonly name: string;
  /** The only bearer token that it accepts now. */
  token: string;
  /** How many tokens it has handed out so far. */
  tokensIssued: number;
  /** By id. */
  readonly users: Map<string, ScimResource>;
  readonly groups: Map<string, ScimResource>;
}

/** The emulated applications. */
export interface ScimState {
  /** By name. */
  readonly applications: Map<string, ScimApplication>;
}
