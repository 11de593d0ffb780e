import type { SourceFile } from "./source-file";

/** Every group of files that import each other's values in a circle, one line each. */
export function importCycles(files: readonly SourceFile[]): readonly string[] {
  const edges = new Map(files.map((file) => [file.path, valueImports(file)]));
  return components(edges)
    .filter((group) => group.length > 1 || edges.get(group[0] ?? "")?.includes(group[0] ?? ""))
    .map((group) => [...group, group[0]].join(" → "));
}

function valueImports({ imports }: SourceFile): readonly string[] {
  return imports.flatMap(({ target, typeOnly, dynamic }) =>
    target === undefined || typeOnly || dynamic ? [] : [target],
  );
}

/** Tarjan's strongly connected components. */
function components(edges: ReadonlyMap<string, readonly string[]>): readonly string[][] {
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const found: string[][] = [];
  const connect = (node: string): void => {
    index.set(node, index.size);
    low.set(node, index.get(node) as number);
    stack.push(node);
    for (const next of edges.get(node) ?? []) {
      if (!index.has(next)) connect(next);
      if (stack.includes(next)) low.set(node, Math.min(low.get(node) as number, low.get(next) as number));
    }
    if (low.get(node) === index.get(node)) found.push(stack.splice(stack.indexOf(node)));
  };
  for (const node of edges.keys()) if (!index.has(node)) connect(node);
  return found;
}
