/** What code can be written in; `import`: Terraform's `import` blocks alone. */
export const LANGUAGES = ["hcl", "typescript", "import"] as const;

/** One of the {@link LANGUAGES}. */
export type Language = (typeof LANGUAGES)[number];
