import type { Host } from "./host";

const INTERVAL_MS = 1_000;

/**
 * Calls `onDeath` once, within about a second of the parent's end. A killed Terraform says no good-bye, and its
 * providers would live on. The watch alone keeps no process alive. Returns what ends it.
 */
export function watchParent(host: Pick<Host, "kill" | "platform" | "ppid">, onDeath: () => void): () => void {
  const parent = host.ppid;
  const timer = setInterval(() => {
    if (isAlive(host, parent)) return;
    clearInterval(timer);
    onDeath();
  }, INTERVAL_MS);
  timer.unref();
  return () => clearInterval(timer);
}

/** Orphans get another parent on POSIX; on Windows they keep the id of the dead one. */
function isAlive(host: Pick<Host, "kill" | "platform" | "ppid">, parent: number): boolean {
  if (host.ppid !== parent) return false;
  if (host.platform !== "win32") return true;
  try {
    host.kill(parent, 0);
    return true;
  } catch (caught) {
    return (caught as NodeJS.ErrnoException).code !== "ESRCH";
  }
}
