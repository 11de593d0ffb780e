import { asValue } from "../conform";
import type { Shape } from "../shape";
import type { ObjectValue, Value } from "../value";
import { mapShape } from "../walk-shape";

/**
 * The value without what is write-only: plans, states and results must not hold it. Terraform hands the value over
 * in the configuration, and in the state that it proposes too.
 */
export function nullWriteOnly(shape: Shape, value: ObjectValue): ObjectValue {
  return asValue(
    mapShape<Value>(shape, value, {
      leaf: (attribute, leaf) => (attribute.writeOnly ? null : (leaf as Value)),
      unknown: (unknown) => unknown,
      mismatch: () => null,
    }),
  );
}
