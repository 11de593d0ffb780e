import { plainText } from "../../text/plain-text";
import { someOf } from "../../text/some-of";
import { rankOf, type StatusProblemCode } from "../problem-codes";
import type { StatusReport, SyncReport } from "../status-report";
import { type SyncLabels, syncLabels } from "./sync-labels";

/** One kind of problem, and what to do about it. */
export interface Advice {
  readonly code: StatusProblemCode;
  /** How many syncs have it. */
  readonly count: number;
  /** What is wrong with whom; the last may tell of further ones. */
  readonly entries: readonly string[];
  readonly remedy: string;
}

/** So many entries of an advice are told; of the others, their number. */
const MOST_ENTRIES = 10;
/** So many syncs are named where one reason holds for many. */
const MOST_NAMES = 3;

/**
 * What to do about the problems of a report, the gravest first. A connection or folder that could not be reached is
 * told once, with its reason, for all of its syncs.
 */
export function whatToDo(report: StatusReport): readonly Advice[] {
  const labelOf = syncLabels(report.syncs);
  const groups = new Map<string, Group>();
  for (const sync of report.syncs) {
    for (const { code, message, remedy } of sync.problems) {
      const key = JSON.stringify([code, remedy]);
      const group = groups.get(key) ?? { code, remedy, affected: new Map() };
      groups.set(key, group);
      const cause = causeOf(sync, code, message);
      const affected = group.affected.get(cause) ?? { message, syncs: [] };
      affected.syncs.push(sync);
      group.affected.set(cause, affected);
    }
  }
  return [...groups.values()]
    .toSorted((a, b) => rankOf(a.code) - rankOf(b.code))
    .map((group) => adviceOf(group, labelOf));
}

interface Affected {
  /** Of the first of them. */
  readonly message: string;
  readonly syncs: SyncReport[];
}

interface Group {
  readonly code: StatusProblemCode;
  readonly remedy: string;
  readonly affected: Map<string, Affected>;
}

/** What is the same for all syncs that share a reason: a message about the connection may name one of its syncs. */
function causeOf(sync: SyncReport, code: StatusProblemCode, message: string): string {
  if (code !== "refused" && code !== "unreachable") return JSON.stringify([sync.address, message]);
  const [summary] = message.split(": ");
  return JSON.stringify([connectionInWords(sync), summary]);
}

function adviceOf({ code, remedy, affected }: Group, labelOf: SyncLabels): Advice {
  const all = [...affected.values()];
  const entries = all
    .slice(0, MOST_ENTRIES)
    .map(({ message, syncs }) => plainText(`${namesOf(syncs, labelOf)}: ${message}`));
  const rest = all.slice(MOST_ENTRIES).reduce((sum, { syncs }) => sum + syncs.length, 0);
  return {
    code,
    remedy,
    count: all.reduce((sum, { syncs }) => sum + syncs.length, 0),
    entries: rest === 0 ? entries : [...entries, `and ${rest} more`],
  };
}

function namesOf(syncs: readonly SyncReport[], labelOf: SyncLabels): string {
  const [first] = syncs;
  if (first !== undefined && syncs.length === 1) {
    const name = first.application.display_name;
    return name === null ? labelOf(first) : `${labelOf(first)} (${name})`;
  }
  const named = someOf(syncs.map(labelOf), MOST_NAMES);
  const connection = first === undefined ? null : connectionInWords(first);
  return `${named}${connection === null ? "" : ` of ${connection}`}`;
}

function connectionInWords({ connection }: SyncReport): string | null {
  if (connection === null) return null;
  if (connection.name !== null) return `connection ${connection.name}`;
  const tenant = `tenant ${connection.tenant_id ?? "?"}`;
  return connection.client_id === null ? tenant : `client ${connection.client_id} in ${tenant}`;
}
