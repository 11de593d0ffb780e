/**
 * Thrown by a command that did its work, has printed all there is to say, and found what needs somebody's attention:
 * it ends with `exitCodes.attention`, and nothing more is printed.
 */
export class NeedsAttention extends Error {
  override readonly name = "NeedsAttention";
}
