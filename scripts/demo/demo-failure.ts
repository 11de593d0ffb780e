/** Something was not as the demo says. The message is for the person who watches. */
export class DemoFailure extends Error {
  override readonly name = "DemoFailure";

  constructor(
    message: string,
    /** A file with more to read. */
    readonly file?: string,
  ) {
    super(message);
  }
}

/** Throws {@link DemoFailure} unless `condition` holds. */
export function ensure(condition: boolean, otherwise: string, file?: string): asserts condition {
  if (!condition) throw new DemoFailure(otherwise, file);
}
