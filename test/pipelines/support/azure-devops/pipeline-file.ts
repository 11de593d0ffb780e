import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { ROOT } from "../pipeline-world";

/** A step, or a template of steps. */
export interface Step {
  readonly name?: string;
  readonly displayName?: string;
  readonly condition?: string;
  readonly template?: string;
  readonly parameters?: Readonly<Record<string, string>>;
  readonly checkout?: string;
  readonly path?: string;
  readonly bash?: string;
  readonly task?: string;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly publish?: string;
  readonly download?: string;
  readonly artifact?: string;
  readonly workingDirectory?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** A job; a deployment has its steps deeper. */
export interface Job {
  readonly job?: string;
  readonly deployment?: string;
  readonly dependsOn?: string;
  readonly condition?: string;
  readonly environment?: string;
  readonly variables?: readonly {
    readonly group?: string;
    readonly name?: string;
    readonly value?: string;
  }[];
  readonly steps?: readonly Step[];
  readonly strategy?: { readonly runOnce: { readonly deploy: { readonly steps: readonly Step[] } } };
}

/** A stage. */
export interface Stage {
  readonly stage: string;
  readonly dependsOn: readonly string[];
  readonly jobs: readonly Job[];
}

/** A pipeline: stages, or jobs alone. */
export interface Pipeline {
  readonly variables?: Job["variables"];
  readonly stages?: readonly Stage[];
  readonly jobs?: readonly Job[];
}

interface Template {
  readonly parameters?: readonly { readonly name: string; readonly default?: unknown }[];
}

type Node = unknown;

/**
 * Reads a pipeline of the examples with its templates put in, as Azure Pipelines expands them: each list item
 * `template: FILE` becomes the list of that file, with `${{ parameters.NAME }}` replaced.
 *
 * Throws an Error for a parameter that a template does not declare, or that it needs and is not given.
 */
export function readPipeline(file: string): Pipeline {
  return expand(readYaml(file)) as Pipeline;
}

function readYaml(file: string): Node {
  return parse(readFileSync(join(ROOT, "examples", "pipelines", "azure-devops", file), "utf8"));
}

function expand(node: Node): Node {
  if (Array.isArray(node)) return node.flatMap((item) => (isTemplate(item) ? include(item) : [expand(item)]));
  if (typeof node !== "object" || node === null) return node;
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, expand(value)]));
}

interface Reference {
  readonly template: string;
  readonly parameters?: Readonly<Record<string, unknown>>;
}

function isTemplate(item: Node): item is Reference {
  return typeof item === "object" && item !== null && "template" in item;
}

function include({ template, parameters: given = {} }: Reference): Node[] {
  const { parameters: declared = [], ...content } = readYaml(template) as Template;
  const unknown = Object.keys(given).filter((name) => !declared.some((each) => each.name === name));
  if (unknown.length > 0) throw new Error(`${template} has no parameter ${unknown}`);
  const values = Object.fromEntries(
    declared.map(({ name, default: value }) => {
      if (given[name] === undefined && value === undefined) throw new Error(`${template} needs ${name}`);
      return [name, given[name] ?? value];
    }),
  );
  const [list] = Object.values(expand(replace(content, values, template)) as object) as Node[][];
  return list ?? [];
}

function replace(node: Node, values: Readonly<Record<string, unknown>>, file: string): Node {
  if (Array.isArray(node)) return node.map((item) => replace(item, values, file));
  if (typeof node === "object" && node !== null) {
    return Object.fromEntries(
      Object.entries(node).map(([key, value]) => [key, replace(value, values, file)]),
    );
  }
  if (typeof node !== "string") return node;
  const parameter = (name: string): unknown => {
    if (!Object.hasOwn(values, name)) throw new Error(`${file} declares no parameter ${name}`);
    return values[name];
  };
  const whole = /^\$\{\{ parameters\.(\w+) \}\}$/.exec(node);
  if (whole !== null) return parameter(whole[1] ?? "");
  return node.replace(/\$\{\{ parameters\.(\w+) \}\}/g, (_, name: string) => String(parameter(name)));
}
