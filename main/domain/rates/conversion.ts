// Turning amounts over by a known rate: the rate as one exact fraction, made once and applied to many amounts.
import { exactScale, type Scale } from '#main/domain/rates/exact-scale.ts'
import { Decimal } from '#shared/decimal.ts'
import type { Conversion } from '#shared/rates.ts'
import { currencyDigits } from '#shared/reference/currencies.ts'

/** One known step from a currency to another: multiply by the rate as written, or divide by it when it stands inversely. */
export type RateLeg = { rate: string; isInverse: boolean }

/** No conversion at all: a currency into itself. */
export const sameCurrency: Conversion = { multiply: '1', divide: '1' }

/** One leg, or two through a third currency, as one conversion. Nothing is rounded; a lone rate stays as it is written. */
export function conversionOf(...legs: readonly RateLeg[]): Conversion {
  const product = (inverse: boolean) => {
    const [first = '1', ...others] = legs.filter((leg) => leg.isInverse === inverse).map((leg) => leg.rate)
    return others.reduce((done, rate) => new Decimal(done).times(rate).toFixed(), first)
  }
  return { multiply: product(false), divide: product(true) }
}

/** Minor units of `from` to minor units of `to`; the same figures as `convertMinor`, for many amounts. */
export function minorConverter(from: string, to: string, by: Conversion): Scale {
  return converter(currencyDigits(from), currencyDigits(to), by)
}

const unitCostPlaces = 6 + 3

/**
 * What a quantity costs in `to`: takes unit cost (micros) x quantity (thousandths), gives minor units rounded once.
 * The product of the two may pass 2^53; then it is worked out in big integers.
 */
export function costConverter(to: string, by: Conversion): (costMicros: number, qtyMilli: number) => number {
  const scale = converter(unitCostPlaces, currencyDigits(to), by)
  return (costMicros, qtyMilli) => {
    const product = costMicros * qtyMilli
    return scale(Number.isSafeInteger(product) ? product : BigInt(costMicros) * BigInt(qtyMilli))
  }
}

function converter(placesFrom: number, placesTo: number, by: Conversion): Scale {
  const multiply = fraction(by.multiply)
  const divide = fraction(by.divide)
  return exactScale(
    multiply.digits * power(divide.places + placesTo),
    divide.digits * power(multiply.places + placesFrom),
  )
}

function fraction(text: string): { digits: bigint; places: number } {
  const plain = new Decimal(text).toFixed()
  const places = plain.includes('.') ? plain.length - plain.indexOf('.') - 1 : 0
  return { digits: BigInt(plain.replace('.', '')), places }
}

function power(places: number): bigint {
  return 10n ** BigInt(places)
}
