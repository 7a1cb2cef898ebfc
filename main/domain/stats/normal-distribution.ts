// The standard normal distribution: density, probability, its inverse, and the loss function of inventory theory.

/** The density at `x`. */
export function normalDensity(x: number): number {
  return Math.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI)
}

/**
 * The probability of a value up to `x`, to about 1e-16 also far out in the tails.
 * Cody, W. J. (1969), Rational Chebyshev approximations for the error function, Mathematics of Computation 23, 631-637,
 * in the form of Algorithm 715 (ANORM), which R's pnorm uses.
 */
export function normalProbability(x: number): number {
  if (Number.isNaN(x)) return Number.NaN
  const size = Math.abs(x)
  if (size <= 0.67448975) return 0.5 + x * nearRatio(size > 1e-16 ? x * x : 0)
  if (size > 40) return x < 0 ? 0 : 1
  const tail = expOfHalfSquare(size) * (size <= Math.sqrt(32) ? middleRatio(size) : farRatio(size))
  return x < 0 ? tail : 1 - tail
}

/** exp(-x²/2) with the square split in two, so that its rounding does not cost digits. */
function expOfHalfSquare(x: number): number {
  const coarse = Math.trunc(x * 16) / 16
  return Math.exp(-coarse * coarse * 0.5) * Math.exp(-(x - coarse) * (x + coarse) * 0.5)
}

function nearRatio(square: number): number {
  const a = [0.06568233791820745, 2.2352520354606837, 161.02823106855587, 1067.6894854603709, 18154.98125334356]
  const b = [1, 47.202581904688245, 976.0985517377767, 10260.932208618979, 45507.78933502673]
  return polynomial(a, square) / polynomial(b, square)
}

function middleRatio(x: number): number {
  const c = [
    1.0765576773720192e-8, 0.39894151208813466, 8.883149794388377, 93.50665613217785, 597.2702763948002,
    2494.5375852903726, 6848.190450536283, 11602.65143764735, 9842.714838383978,
  ]
  const d = [
    1, 22.266688044328117, 235.387901782625, 1519.3775994075547, 6485.558298266761, 18615.571640885097,
    34900.95272114598, 38912.00328609327, 19685.429676859992,
  ]
  return polynomial(c, x) / polynomial(d, x)
}

function farRatio(x: number): number {
  const p = [
    0.023073441764940174, 0.215898534057957, 0.12740116116024736, 0.022235277870649807, 0.0014216191932278934,
    2.9112874951168793e-5,
  ]
  const q = [1, 1.284260096144911, 0.4682382124808651, 0.06598813786892856, 0.0037823963320275824, 7.297515550839662e-5]
  const square = 1 / (x * x)
  return (1 / Math.sqrt(2 * Math.PI) - (square * polynomial(p, square)) / polynomial(q, square)) / x
}

/**
 * The value below which the share `p` of a standard normal lies, to about 1e-16: the z of a service level. Null
 * outside 0 < p < 1. Wichura, M. J. (1988), Algorithm AS 241 (PPND16), Applied Statistics 37, 477-484.
 */
export function inverseNormal(p: number): number | null {
  if (!(p > 0 && p < 1)) return null
  if (p === 0.5) return 0
  const q = p - 0.5
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q
    return (q * polynomial(centre.above, r)) / polynomial(centre.below, r)
  }
  const r = Math.sqrt(-Math.log(q < 0 ? p : 1 - p))
  const [part, shift] = r <= 5 ? [shoulder, 1.6] : [tails, 5]
  return (Math.sign(q) * polynomial(part.above, r - shift)) / polynomial(part.below, r - shift)
}

// Coefficients of AS 241, highest power first, as the nearest doubles.
const centre = {
  above: [
    2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987, 13731.69376550946, 1971.5909503065513,
    133.14166789178438, 3.3871328727963665,
  ],
  below: [
    5226.495278852854, 28729.085735721943, 39307.89580009271, 21213.794301586597, 5394.196021424751, 687.1870074920579,
    42.31333070160091, 1,
  ],
}
const shoulder = {
  above: [
    0.0007745450142783414, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684, 3.6478483247632045,
    5.769497221460691, 4.630337846156546, 1.4234371107496835,
  ],
  below: [
    1.0507500716444169e-9, 0.0005475938084995345, 0.015198666563616457, 0.14810397642748008, 0.6897673349851,
    1.6763848301838038, 2.053191626637759, 1,
  ],
}
const tails = {
  above: [
    2.0103343992922881e-7, 2.7115555687434876e-5, 0.0012426609473880784, 0.026532189526576124, 0.29656057182850487,
    1.7848265399172913, 5.463784911164114, 6.657904643501103,
  ],
  below: [
    2.0442631033899397e-15, 1.421511758316446e-7, 1.8463183175100548e-5, 0.0007868691311456133, 0.014875361290850615,
    0.1369298809227358, 0.599832206555888, 1,
  ],
}

/**
 * G(k): what a stock of k standard deviations above the mean still lacks on average, in standard deviations.
 * G(k) = phi(k) - k (1 - Phi(k)); far out the difference loses all digits, so the tail is taken as Phi(-k).
 */
export function unitNormalLoss(k: number): number {
  return Math.max(0, normalDensity(k) - k * normalProbability(-k))
}

/** The k whose unit normal loss is `loss`; null where loss <= 0. G falls strictly, so bisection finds it. */
export function inverseUnitNormalLoss(loss: number): number | null {
  if (!(loss > 0) || !Number.isFinite(loss)) return null
  // G(k) > -k, and G(40) is below the smallest double.
  let low = Math.min(-loss - 1, -1)
  let high = 40
  for (let step = 0; step < 200 && high - low > 1e-15 * Math.max(1, Math.abs(low)); step += 1) {
    const middle = (low + high) / 2
    if (unitNormalLoss(middle) > loss) low = middle
    else high = middle
  }
  return (low + high) / 2
}

function polynomial(coefficients: readonly number[], x: number): number {
  let value = 0
  for (const coefficient of coefficients) value = value * x + coefficient
  return value
}
