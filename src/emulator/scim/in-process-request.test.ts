import type { EmulatorRequest } from "../http-message";
import { callInProcess } from "./in-process-request";

const request = (body: string): EmulatorRequest => ({
  method: "POST",
  origin: "https://127.0.0.1",
  path: "/a%20b",
  query: new URLSearchParams({ filter: "x y" }),
  headers: new Map([["x-a", "b"]]),
  body,
  params: {},
});

describe("callInProcess", () => {
  it.each(["", "héllo"])(
    "hands over method, address, headers and the body %j, and gives the answer",
    async (body) => {
      const answer = await callInProcess(async (incoming, response) => {
        const chunks: Buffer[] = [];
        for await (const chunk of incoming) chunks.push(Buffer.from(chunk));
        response.statusCode = 418;
        response.setHeader("X-Seen", `${incoming.method} ${incoming.url} ${incoming.headers["x-a"]}`);
        response.write("<");
        response.end(`${Buffer.concat(chunks).toString("utf8")}>`);
      }, request(body));
      expect(answer).toEqual({
        status: 418,
        headers: { "x-seen": "POST /a%20b?filter=x+y b" },
        body: `<${body}>`,
      });
    },
  );
});
