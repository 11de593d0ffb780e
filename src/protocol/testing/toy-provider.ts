import type { Diagnostic } from "../../framework/diagnostics";
import type { ProviderSchemas, ProviderServer } from "../../framework/provider-server";
import {
  block,
  bool,
  defineSchema,
  nested,
  nestedList,
  number,
  type Schema,
  string,
  stringList,
} from "../../framework/schema";
import { isObjectValue, type ObjectValue, objectValue, UNKNOWN, type Value } from "../../framework/value";

const description = "A toy.";
const optional = { mode: "optional", description } as const;
const computed = { mode: "computed", description } as const;

const thing = defineSchema({
  description,
  version: 1,
  attributes: {
    name: string({ mode: "required", description }),
    size: number(optional),
    enabled: bool(optional),
    tags: stringList(optional),
    password: string({ ...optional, sensitive: true, writeOnly: true }),
    password_version: string(optional),
    old: string({ ...optional, deprecated: "Use name." }),
    owner: nested({ ...optional, attributes: { mail: string({ mode: "required", description }) } }),
    id: string(computed),
    parts: nestedList({ ...computed, attributes: { label: string(computed), count: number(computed) } }),
  },
  blocks: {
    inside: block({
      description,
      attributes: { text: string(optional) },
      blocks: { deeper: block({ description, attributes: { flag: bool(optional) } }) },
    }),
  },
});

const echo = defineSchema({
  description,
  attributes: { input: string({ mode: "required", description }), output: string(computed) },
});

/** What the toy's resource does, told by its `name`. */
export const TRIGGERS = {
  crash: "crash",
  reject: "reject",
  hang: "hang",
  warn: "warn",
  fail: "fail",
  misfit: "misfit",
  fault: "fault",
} as const;

/** How an error may look that quotes what it read: nothing of it may come out. */
export const FOREIGN_MESSAGE = "Unexpected token in hunter2";

/** Ways to see what the provider was asked. */
export interface ToyHooks {
  readonly onStop?: () => void;
  readonly onCall?: (method: string, request: unknown) => void;
}

/** A provider server that answers out of what it is given, without the framework. */
export function toyProvider(hooks: ToyHooks = {}): ProviderServer {
  const seen = (method: string, request: unknown) => hooks.onCall?.(method, request);
  let release = () => {};
  const stopped = new Promise<void>((resolve) => {
    release = resolve;
  });
  return {
    name: "toy",
    version: "1.2.3",
    schemas: () => SCHEMAS,
    async validateProvider(request) {
      seen("validateProvider", request);
      return { diagnostics: [] };
    },
    async configure(request) {
      seen("configure", request);
      return { diagnostics: [] };
    },
    async validateResource(request) {
      seen("validateResource", request);
      return { diagnostics: diagnose(request.config) };
    },
    async upgradeState(request) {
      seen("upgradeState", request);
      return { diagnostics: [], state: upgraded(request.json) };
    },
    async read(request) {
      seen("read", request);
      return { diagnostics: [], state: request.state, private: request.private };
    },
    async plan(request) {
      seen("plan", request);
      const private_ = new TextEncoder().encode("planned");
      const planned = planThing(request.prior, request.proposed);
      return { diagnostics: [], planned, replaces: [["name"], ["parts", 0]], private: private_ };
    },
    async apply(request) {
      seen("apply", request);
      const name = nameOf(request.planned);
      if (name === TRIGGERS.crash) setImmediate(() => JSON.parse(FOREIGN_MESSAGE));
      if (name === TRIGGERS.reject) void Promise.reject(new RangeError(FOREIGN_MESSAGE));
      if (name === TRIGGERS.fault) throw new SyntaxError(FOREIGN_MESSAGE);
      if (name === TRIGGERS.hang || name === TRIGGERS.crash || name === TRIGGERS.reject) await stopped;
      return { diagnostics: [], state: applyThing(request.planned), private: request.private };
    },
    async import({ type, id }) {
      seen("import", { type, id });
      const diagnostics = id === TRIGGERS.fail ? [FAILURE] : [];
      return { diagnostics, state: emptyThing({ id, name: id }), private: new Uint8Array() };
    },
    async validateDataSource(request) {
      seen("validateDataSource", request);
      return { diagnostics: [] };
    },
    async readDataSource({ config }) {
      const input = isObjectValue(config) ? (config.input ?? null) : null;
      return {
        diagnostics: [],
        state: objectValue([
          ["input", input],
          ["output", input],
        ]),
      };
    },
    stop() {
      hooks.onStop?.();
      release();
    },
  };
}

const SCHEMAS: ProviderSchemas = {
  provider: defineSchema({ description, attributes: { endpoint: string(optional) } }),
  resources: new Map<string, Schema>([["toy_thing", thing]]),
  dataSources: new Map<string, Schema>([["toy_echo", echo]]),
};

const FAILURE: Diagnostic = { severity: "error", summary: "It failed", detail: "As it was told to." };

function diagnose(config: Value): Diagnostic[] {
  if (nameOf(config) !== TRIGGERS.warn) return [];
  return [{ severity: "warning", summary: "Careful", detail: "This is a toy.", path: ["inside", "text"] }];
}

function nameOf(value: Value): Value {
  return isObjectValue(value) ? (value.name ?? null) : null;
}

function planThing(prior: Value, proposed: Value): Value {
  if (!isObjectValue(proposed)) return proposed;
  if (nameOf(proposed) === TRIGGERS.misfit) return changed(proposed, { size: "not a number" });
  const created = prior === null ? { id: UNKNOWN, parts: UNKNOWN } : {};
  return changed(proposed, { ...created, password: null });
}

function applyThing(planned: Value): Value {
  if (!isObjectValue(planned)) return planned;
  const part = objectValue([
    ["label", "first"],
    ["count", 1],
  ]);
  return changed(planned, { id: `id-${String(planned.name)}`, parts: [part] });
}

function upgraded(json: unknown): Value {
  const stored = typeof json === "object" && json !== null ? (json as Record<string, Value>) : {};
  return emptyThing(stored);
}

function emptyThing(attributes: Readonly<Record<string, Value>>): ObjectValue {
  const names = [...Object.keys(thing.attributes), ...Object.keys(thing.blocks)];
  return objectValue(names.map((name) => [name, attributes[name] ?? null]));
}

function changed(value: ObjectValue, changes: Readonly<Record<string, Value>>): ObjectValue {
  return objectValue([...Object.entries(value), ...Object.entries(changes)]);
}
