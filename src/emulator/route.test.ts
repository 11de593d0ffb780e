import { empty } from "./http-message";
import { type Api, type Route, Router } from "./route";

const route = (method: Route["method"], pattern: string): Route => ({
  method,
  pattern,
  handle: () => empty(204),
});

const api: Api = {
  name: "graph",
  routes: [
    route("GET", "/v1.0/things"),
    route("GET", "/v1.0/things(name='{name}')"),
    route("GET", "/v1.0/things/{id}"),
    route("POST", "/v1.0/things/{id}/jobs/check"),
    route("GET", "/v1.0/things/{id}/jobs/{job}"),
    route("PUT", "/v1.0/things/{id}/jobs/{job}"),
  ],
  owns: (path) => path.startsWith("/v1.0"),
  unmatched: () => empty(404),
  failure: () => empty(500),
};
const router = new Router([api]);

describe("Router", () => {
  it.each([
    ["/v1.0/things", "/v1.0/things", {}],
    ["/v1.0/things(name='a%20b')", "/v1.0/things(name='{name}')", { name: "a b" }],
    ["/v1.0/things/1", "/v1.0/things/{id}", { id: "1" }],
    ["/v1.0/things/1/jobs/a.b%2Fc", "/v1.0/things/{id}/jobs/{job}", { id: "1", job: "a.b/c" }],
    ["/v1.0/things/%zz", "/v1.0/things/{id}", { id: "%zz" }],
  ])("finds GET %s", (path, label, params) => {
    expect(router.match("GET", path)).toMatchObject({ label, params, api });
  });

  it("names the methods of a path whose method has no route", () => {
    expect(router.match("DELETE", "/v1.0/things/1/jobs/2")).toMatchObject({
      route: null,
      label: "(unmatched)",
      methods: ["GET", "PUT"],
    });
  });

  it.each(["/v1.0/other", "/v1.0/things/", "/v1.0/things/1/jobs", "/v1.0/THINGS", "/v1.0/thingsXname='a'"])(
    "leaves %s to the service that owns it",
    (path) => {
      expect(router.match("GET", path)).toMatchObject({ route: null, methods: [], api });
    },
  );

  it("knows nothing of paths that nobody owns", () => {
    expect(router.match("GET", "/other")).toBeNull();
  });
});
