const MINUTE = 60_000;
const UNITS: readonly (readonly [ms: number, name: string])[] = [
  [24 * 60 * MINUTE, "d"],
  [60 * MINUTE, "h"],
  [MINUTE, "min"],
];

/** How long ago or ahead an RFC 3339 time is: `3 h ago`, `in 20 min`, `now`; what is no time stays as it is. */
export function relativeTime(time: string, now: number): string {
  const at = Date.parse(time);
  if (Number.isNaN(at)) return time;
  const distance = Math.abs(at - now);
  const unit = UNITS.find(([ms]) => distance >= ms);
  if (unit === undefined) return "now";
  const words = `${Math.floor(distance / unit[0])} ${unit[1]}`;
  return at < now ? `${words} ago` : `in ${words}`;
}
