import type { Counts, RequestName } from "./requests";

/** What is going on when a fault strikes; `scenarios.ts` arranges and does it. */
export type ScenarioName = "update" | "heal" | "create" | "missing" | "refresh" | "gone" | "search" | "clear";

/**
 * What a call is for, which says what its failure comes to:
 * - `need`: nothing can go on without it;
 * - `notice`: a check of a plan that only warns;
 * - `name`: a nicety;
 * - `test`: Entra's test of the token, and what it needs;
 * - `write`, `check`: the write and the look at what it left;
 * - `heal`: what comes after a push;
 * - `look`: a refresh.
 */
export type Purpose = "need" | "notice" | "name" | "test" | "write" | "check" | "heal" | "look";

/** Whose call it is: words and rules of errors differ. */
export type Api = "entra" | "login" | "infisical" | "directory" | "synchronization";

/** A column of the table: one call in one scenario. */
export interface Call {
  /** `scenario.name`. */
  readonly id: string;
  readonly scenario: ScenarioName;
  readonly title: string;
  readonly api: Api;
  readonly purpose: Purpose;
  readonly request: RequestName;
  /** Which of the requests of that name. */
  readonly nth: number;
  /** Success is a 204. */
  readonly isAnsweredByNothing: boolean;
  readonly isPaged: boolean;
  /** It is one of the two looks at a service principal: a 404 is confirmed by the directory. */
  readonly isLook: boolean;
  /** What is asked beside the call where it fails for good; {@link SCENARIOS} has what is asked where all goes well. */
  readonly rest: Counts;
  /** What is asked beside the call where its failure is got over. */
  readonly onward: Counts;
  /** Requests that are under way at the same time with the same credentials. */
  readonly siblings: readonly RequestName[];
  /** Steps that ask anew after a failure that may pass. */
  readonly asks: number;
}

interface Column {
  readonly api: Api;
  readonly purpose: Purpose;
  readonly request: RequestName;
  readonly title?: string;
  readonly nth?: number;
  readonly isLook?: boolean;
  readonly rest: Counts;
  readonly onward?: Counts;
  readonly siblings?: readonly RequestName[];
  readonly asks?: number;
}

/** A scenario: what is done, and how often everything is asked when nothing is wrong (DESIGN §11). */
export interface Scenario {
  readonly title: string;
  readonly counts: Counts;
}

const SIGNED_IN: Counts = { login: 1, credential: 1, token: 1 };
const UPDATE: Counts = { ...SIGNED_IN, list: 1, secrets: 2, jobs: 1, read: 1, validate: 1, put: 1 };
const CREATE: Counts = { ...UPDATE, secrets: 3, jobs: 2, principal: 1, templates: 1 };

/** The scenarios. The counts are those of the command's last process, where the fault strikes. */
export const SCENARIOS: Readonly<Record<ScenarioName, Scenario>> = {
  update: { title: "apply, a rotated token is pushed", counts: UPDATE },
  heal: { title: "apply, the job is in quarantine", counts: { ...UPDATE, jobs: 2, start: 1 } },
  create: {
    title: "apply, a sync is created, and there is no job",
    counts: CREATE,
  },
  missing: {
    title: "apply, a sync is created, and there is no secret",
    counts: { ...SIGNED_IN, list: 1, secrets: 2, jobs: 2, principal: 1, read: 1, root: 1, imports: 1 },
  },
  refresh: {
    title: "refresh, of a sync that is in order",
    counts: { ...SIGNED_IN, list: 1, secrets: 1, jobs: 1 },
  },
  gone: {
    title: "refresh, the service principal was deleted",
    counts: { ...SIGNED_IN, list: 1, secrets: 1, jobs: 1, principal: 1 },
  },
  search: { title: "data source, two pages of applications", counts: { ...SIGNED_IN, search: 2, jobs: 2 } },
  clear: { title: "destroy, the token is removed", counts: { ...SIGNED_IN, secrets: 2, jobs: 1, put: 1 } },
};

const CHECKED: Counts = { ...SIGNED_IN, list: 1 };
const LOOKED: Counts = { ...CHECKED, secrets: 1, jobs: 1 };
const LOOKED_TWICE: Counts = { ...CHECKED, secrets: 2, jobs: 2 };
const NAMED: Counts = { ...LOOKED_TWICE, read: 1, principal: 1, templates: 1 };

/*
 * `asks`: an apply plans again first, and that plan's checks (sign-in, source) and the push are operations of their
 * own: each tries as often as it may. What would only come again is remembered by the process (DESIGN §5, "once per
 * process and thing"; §6, "lockout"), so that the push does not ask again.
 */
const COLUMNS: Readonly<Record<ScenarioName, Readonly<Record<string, Column>>>> = {
  update: {
    login: { api: "login", purpose: "need", request: "login", rest: {}, asks: 3 },
    credential: {
      api: "infisical",
      purpose: "need",
      request: "credential",
      rest: { login: 1, list: 1 },
      asks: 2,
    },
    token: {
      api: "entra",
      purpose: "need",
      request: "token",
      rest: { login: 1, list: 1 },
      asks: 2,
    },
    list: { api: "infisical", purpose: "notice", request: "list", rest: {} },
    secrets: need("secrets", { ...CHECKED, jobs: 1 }, ["jobs"]),
    jobs: need("jobs", { ...CHECKED, secrets: 1 }, ["secrets"]),
    read: { api: "infisical", purpose: "need", request: "read", rest: LOOKED },
    test: graph("test", "validate", { ...LOOKED, read: 1 }),
    put: graph("write", "put", { ...LOOKED, read: 1, validate: 1 }),
    check: {
      ...graph("check", "secrets", { ...CHECKED, jobs: 1, read: 1, validate: 1, put: 1 }),
      nth: 2,
    },
  },
  heal: {
    start: { ...graph("heal", "start", {}), onward: { ...UPDATE, start: 1 } },
    poll: { ...graph("heal", "jobs", {}), nth: 2 },
  },
  create: {
    look: { ...need("secrets", { ...CHECKED, jobs: 1 }, ["jobs"]), title: "plan's look" },
    secrets: { ...need("secrets", { ...CHECKED, jobs: 2 }, ["jobs"]), nth: 2 },
    jobs: { ...need("jobs", { ...CHECKED, secrets: 2 }, ["secrets"]), nth: 2 },
    name: { api: "directory", purpose: "name", request: "principal", rest: {} },
    templates: {
      ...graph("test", "templates", { ...LOOKED_TWICE, read: 1, principal: 1 }),
      onward: { ...CREATE, validate: 0 },
    },
    test: graph("test", "validate", NAMED),
    put: graph("write", "put", { ...NAMED, validate: 1 }),
    check: {
      ...graph("check", "secrets", {
        ...CHECKED,
        jobs: 2,
        read: 1,
        principal: 1,
        templates: 1,
        validate: 1,
        put: 1,
      }),
      nth: 3,
    },
  },
  missing: {
    imports: {
      api: "infisical",
      purpose: "need",
      request: "imports",
      rest: { ...LOOKED_TWICE, principal: 1, read: 1, root: 1 },
    },
  },
  refresh: {
    login: { api: "login", purpose: "look", request: "login", rest: {} },
    credential: {
      api: "infisical",
      purpose: "look",
      request: "credential",
      rest: { login: 1, list: 1 },
      siblings: ["list"],
    },
    token: { api: "entra", purpose: "look", request: "token", rest: { login: 1, list: 1 } },
    list: {
      api: "infisical",
      purpose: "look",
      request: "list",
      rest: { ...SIGNED_IN, secrets: 1, jobs: 1 },
      siblings: ["credential"],
    },
    secrets: { ...need("secrets", { ...CHECKED, jobs: 1 }, ["jobs"]), purpose: "look" },
    jobs: { ...need("jobs", { ...CHECKED, secrets: 1 }, ["secrets"]), purpose: "look" },
  },
  gone: {
    principal: { api: "directory", purpose: "look", request: "principal", rest: LOOKED },
  },
  search: {
    search: { api: "directory", purpose: "need", request: "search", rest: SIGNED_IN },
    page: {
      api: "directory",
      purpose: "need",
      request: "search",
      title: "second page",
      nth: 2,
      rest: SIGNED_IN,
    },
  },
  clear: {
    secrets: need("secrets", { ...SIGNED_IN, jobs: 1 }, ["jobs"]),
    put: graph("need", "put", { ...SIGNED_IN, secrets: 1, jobs: 1 }),
    check: { ...graph("need", "secrets", { ...SIGNED_IN, jobs: 1, put: 1 }), nth: 2 },
  },
};

function graph(purpose: Purpose, request: RequestName, rest: Counts): Column {
  return { api: "synchronization", purpose, request, rest };
}

function need(request: RequestName, rest: Counts, siblings: readonly RequestName[]): Column {
  return { ...graph("need", request, rest), siblings, isLook: true };
}

const ANSWERED_BY_NOTHING: ReadonlySet<RequestName> = new Set(["validate", "put", "start"]);
const PAGED: ReadonlySet<RequestName> = new Set(["search", "secrets", "jobs", "templates"]);

/** All columns, in the order in which they are printed. */
export const CALLS: readonly Call[] = Object.entries(COLUMNS).flatMap(([scenario, columns]) =>
  Object.entries(columns).map(([name, column]) => ({
    id: `${scenario}.${name}`,
    title: name,
    nth: 1,
    isLook: false,
    siblings: [],
    asks: 1,
    onward: SCENARIOS[scenario as ScenarioName].counts,
    ...column,
    scenario: scenario as ScenarioName,
    isAnsweredByNothing: ANSWERED_BY_NOTHING.has(column.request),
    isPaged: PAGED.has(column.request),
  })),
);
