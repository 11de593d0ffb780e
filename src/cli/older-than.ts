/** True for a version, such as `1.10.5`, that is older than this major and minor one. */
export function isOlderThan(
  version: string,
  [major, minor]: readonly [major: number, minor: number],
): boolean {
  const [ownMajor = 0, ownMinor = 0] = version.split(".").map((part) => Number.parseInt(part, 10));
  return ownMajor < major || (ownMajor === major && ownMinor < minor);
}
