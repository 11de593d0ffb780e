import type { AttributePath } from "../core/attribute-path";
import type { Diagnostic } from "./diagnostics";
import type { Schema } from "./schema";
import type { Value } from "./value";

/** All schemas of a provider. */
export interface ProviderSchemas {
  readonly provider: Schema;
  readonly resources: ReadonlyMap<string, Schema>;
  readonly dataSources: ReadonlyMap<string, Schema>;
}

/** A result that is nothing but diagnostics. */
export interface DiagnosticsResult {
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * What the protocol asks of a provider, free of gRPC: values come in decoded by the schema's wire type, and go out
 * the same way. No method throws: whatever is thrown inside becomes a diagnostic. A type that the provider does not
 * have gets an error diagnostic.
 */
export interface ProviderServer {
  readonly name: string;
  readonly version: string;
  schemas(): ProviderSchemas;
  validateProvider(request: { readonly config: Value }): Promise<DiagnosticsResult>;
  configure(request: {
    readonly config: Value;
    readonly terraformVersion: string;
  }): Promise<DiagnosticsResult>;
  validateResource(request: {
    readonly type: string;
    readonly config: Value;
    /** The client's capability; without it a write-only value that is set is refused, as it would be stored. */
    readonly writeOnlyAllowed: boolean;
  }): Promise<DiagnosticsResult>;
  /** From stored JSON (any earlier version) to a value of today's schema. `json` is parsed JSON. */
  upgradeState(request: {
    readonly type: string;
    readonly version: number;
    readonly json: unknown;
  }): Promise<DiagnosticsResult & { readonly state: Value }>;
  read(request: {
    readonly type: string;
    readonly state: Value;
    readonly private: Uint8Array;
  }): Promise<DiagnosticsResult & { readonly state: Value; readonly private: Uint8Array }>;
  plan(request: {
    readonly type: string;
    readonly prior: Value;
    readonly proposed: Value;
    readonly config: Value;
    readonly private: Uint8Array;
  }): Promise<
    DiagnosticsResult & {
      readonly planned: Value;
      readonly replaces: readonly AttributePath[];
      readonly private: Uint8Array;
    }
  >;
  apply(request: {
    readonly type: string;
    readonly prior: Value;
    readonly planned: Value;
    readonly config: Value;
    readonly private: Uint8Array;
  }): Promise<DiagnosticsResult & { readonly state: Value; readonly private: Uint8Array }>;
  import(request: {
    readonly type: string;
    readonly id: string;
  }): Promise<DiagnosticsResult & { readonly state: Value; readonly private: Uint8Array }>;
  validateDataSource(request: { readonly type: string; readonly config: Value }): Promise<DiagnosticsResult>;
  readDataSource(request: {
    readonly type: string;
    readonly config: Value;
  }): Promise<DiagnosticsResult & { readonly state: Value }>;
  /** Ctrl-C: aborts the signal of every operation under way. */
  stop(): void;
}
