import { RequestLog } from "./request-log";

const request = (api: string, method: string) => ({
  at: 0,
  api,
  method,
  route: "/r",
  path: "/r",
  query: {},
  hasAuthorization: false,
  userAgent: null,
});

describe("RequestLog", () => {
  it("counts by method and route, and keeps the most that were under way at once, by service", () => {
    const log = new RequestLog();
    const first = log.begin(request("graph", "GET"));
    const second = log.begin(request("graph", "GET"));
    log.end(first, 200);
    log.end(second, null);
    log.end(log.begin(request("scim", "PUT")), 204);
    expect(log.counts).toEqual({ "GET /r": 2, "PUT /r": 1 });
    expect(log.peaks).toEqual({ graph: 2, scim: 1 });
    expect(log.records.map(({ sequence, status }) => [sequence, status])).toEqual([
      [1, 200],
      [2, null],
      [3, 204],
    ]);
  });

  it("does not count as under way what is being answered", () => {
    const log = new RequestLog();
    const first = log.begin(request("graph", "GET"));
    log.answering(first);
    const second = log.begin(request("graph", "GET"));
    log.end(first, 200);
    log.answering(second);
    log.end(second, 200);
    log.end(log.begin(request("graph", "GET")), 200);
    expect(log.peaks).toEqual({ graph: 1 });
  });

  it("forgets, but for what is under way", () => {
    const log = new RequestLog();
    const open = log.begin(request("graph", "GET"));
    log.clear();
    expect([log.records, log.peaks]).toEqual([[], { graph: 1 }]);
    log.end(open, 200);
    expect(log.begin(request("graph", "GET")).sequence).toBe(2);
  });
});
