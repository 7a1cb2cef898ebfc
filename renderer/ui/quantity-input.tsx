// A quantity in the product's own unit, to a thousandth; written out as text.
import { DecimalInput, type DecimalInputProps } from './decimal-input.tsx'

export function QuantityInput(props: DecimalInputProps) {
  return <DecimalInput {...props} />
}
