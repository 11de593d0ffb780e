/**
 * Text that others wrote, fit for a terminal: control characters, which could move the cursor or recolour, and
 * characters that turn the direction of writing become `�`.
 */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, "\ufffd");
}
