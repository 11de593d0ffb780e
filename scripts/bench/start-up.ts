import { spawnSync } from "node:child_process";
import { makeIdentity } from "../../test/support/provider-process";
import { startProvider } from "../started-provider";
import { interleave, type Subject } from "./measure";
import type { Row } from "./row";

/** From the start of the provider to its handshake line and to its first answered call, against an empty Node. */
export async function startUp(executable: string, naive: string): Promise<readonly Row[]> {
  // It makes Node 20 parse all certificates at start, which would hide the rest.
  const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;
  const identity = await makeIdentity();
  const provider =
    (path: string): Subject =>
    async () => {
      const begin = performance.now();
      let handshake = 0;
      const onHandshake = () => {
        handshake = performance.now() - begin;
      };
      const process = await startProvider([path], identity, { env, onHandshake });
      await process.call("/tfplugin6.Provider/GetProviderSchema");
      const answer = performance.now() - begin;
      await process.shutdown();
      return { handshake, answer };
    };
  const medians = await interleave(
    { node: emptyNode(env), provider: provider(executable), naive: provider(naive) },
    16,
  );
  const node = medians.node.total ?? Number.NaN;
  return (["handshake", "answer"] as const).map((figure) => ({
    what: figure === "handshake" ? "start to handshake ÷ node -e 0" : "start to first answer ÷ node -e 0",
    value: (medians.provider[figure] ?? Number.NaN) / node,
    budget: figure === "handshake" ? 2.6 : 3,
    unit: "×",
    detail: `${ms(medians.provider[figure])} ÷ ${ms(node)}; started the ordinary way ${ms(medians.naive[figure])}`,
  }));
}

function emptyNode(env: NodeJS.ProcessEnv): Subject {
  return async () => {
    const begin = performance.now();
    spawnSync(process.execPath, ["-e", "0"], { env });
    return { total: performance.now() - begin };
  };
}

function ms(value: number | undefined): string {
  return `${(value ?? Number.NaN).toFixed(0)} ms`;
}
