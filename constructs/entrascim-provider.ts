import type { TerraformProvider } from "cdktf";
import { Construct } from "constructs";
import { type AzureSettings, azureBlock } from "./azure-settings";
import { checkProps } from "./check-props";
import { EntrascimProvider as Provider } from "./gen/provider";
import type { InfisicalAuth } from "./infisical-auth";

/** How to reach Infisical. What is left out is taken from `INFISICAL_*`. */
export interface InfisicalSettings {
  /**
   * Base URL.
   *
   * @default - `INFISICAL_HOST`, else `https://app.infisical.com`
   */
  readonly host?: string;
  /**
   * Project for secrets that do not name one.
   *
   * @default - `INFISICAL_PROJECT_ID`
   */
  readonly projectId?: string;
  /**
   * (Sub-)organization to log in to.
   *
   * @default - the identity's own
   */
  readonly organizationSlug?: string;
  /**
   * How to log in.
   *
   * @default - as the environment says
   */
  readonly auth?: InfisicalAuth;
}

/** How requests are made. */
export interface HttpSettings {
  /**
   * Further tries after a transient fault, at most 20.
   *
   * @default 4
   */
  readonly maxRetries?: number;
  /**
   * How long one request may take, such as `30s`.
   *
   * @default - `30s`, and `90s` for a validation
   */
  readonly requestTimeout?: string;
  /**
   * Requests under way at once, at most 100.
   *
   * @default 10
   */
  readonly maxConcurrency?: number;
}

/** Props of {@link EntrascimProvider}. */
export interface EntrascimProviderProps {
  /**
   * How to reach Infisical.
   *
   * @default - as `INFISICAL_*` say
   */
  readonly infisical?: InfisicalSettings;
  /**
   * Defaults for connections that do not say it themselves.
   *
   * @default - as `ARM_*` say, then `AZURE_*`
   */
  readonly azure?: AzureSettings;
  /**
   * How requests are made.
   *
   * @default - see {@link HttpSettings}
   */
  readonly http?: HttpSettings;
  /**
   * Alias, where a stack has several providers.
   *
   * @default - the stack's default provider
   */
  readonly alias?: string;
}

/**
 * The entrascim provider. Each stack that has a connection or a sync needs one. Secrets are given as references
 * alone; best are environment variables, which leave no trace in a saved plan.
 *
 * Throws `ConstructError` for a prop that breaks its rule, and for a secret in plain text.
 */
export class EntrascimProvider extends Construct {
  /** The provider as resources of other bindings take it. */
  readonly terraformProvider: TerraformProvider;

  constructor(scope: Construct, id: string, props: EntrascimProviderProps = {}) {
    super(scope, id);
    const { infisical, azure, http, alias } = props;
    checkProps(this, "provider", [
      ["infisical.host", "infisical.host", infisical?.host],
      ["infisical.project_id", "infisical.projectId", infisical?.projectId],
      ["infisical.organization_slug", "infisical.organizationSlug", infisical?.organizationSlug],
      ["http.max_retries", "http.maxRetries", http?.maxRetries],
      ["http.max_concurrency", "http.maxConcurrency", http?.maxConcurrency],
    ]);
    this.terraformProvider = new Provider(this, "Default", {
      alias,
      infisical: infisical && { ...infisical, auth: infisical.auth?._toBlock(this) },
      azure: azure && azureBlock(this, azure),
      http: http && { ...http },
    });
  }

  /**
   * The `provider` argument of an L1 resource.
   *
   * @internal
   */
  _asArgument(): { provider: TerraformProvider } {
    return { provider: this.terraformProvider };
  }
}
