import { readFileSync } from "node:fs";
import { extname, join } from "node:path";

const MARKED = /<!-- include: (\S+) -->\n(?:```\w*\n[\s\S]*?\n```\n)?/g;
const LANGUAGES: Readonly<Record<string, string>> = { ".tf": "hcl", ".ts": "ts", ".json": "json" };

/**
 * A page in which each `<!-- include: FILE -->` is followed by that file, fenced, so that pages show what is tested.
 * `FILE` is relative to `root`. Throws when it is not there.
 */
export function withIncludes(page: string, root: string): string {
  return page.replace(MARKED, (_, file: string) => {
    const content = readFileSync(join(root, file), "utf8").trimEnd();
    return `<!-- include: ${file} -->\n\`\`\`${LANGUAGES[extname(file)] ?? ""}\n${content}\n\`\`\`\n`;
  });
}
