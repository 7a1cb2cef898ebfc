// How many alike cartons stand in a container in one uniform grid (formulas.md, section 11): a lower bound, since mixed
// layers may take more.
import { Decimal } from '#shared/decimal.ts'

type Figure = string | number
/** Length, width and height in one unit; null: not known. */
export type Box = { length: Figure | null; width: Figure | null; height: Figure | null }

/** `along`: how many stand along the container's length, width and height. */
export type GridFit = { cartons: number; along: [number, number, number] }

const upright = [
  [0, 1, 2],
  [1, 0, 2],
] as const
const anyWay = [...upright, [0, 2, 1], [2, 0, 1], [1, 2, 0], [2, 1, 0]] as const

/** The best of the two upright turns, or of all six; of two alike the first. */
export function gridFit(
  container: Box,
  carton: Box,
  isThisSideUp: boolean,
): GridFit | { status: 'undefined' | 'invalid' } {
  const [room, sides] = [container, carton].map(({ length, width, height }) => [length, width, height])
  if (!room || !sides || [...room, ...sides].some((side) => side === null)) return { status: 'undefined' }
  const known = (box: (Figure | null)[]) => box.map((side) => new Decimal(side ?? 0))
  const [rooms, cartons] = [known(room), known(sides)]
  if ([...rooms, ...cartons].some((side) => side.lte(0))) return { status: 'invalid' }
  const fits = (isThisSideUp ? upright : anyWay).map((turn): GridFit => {
    const along = turn.map((side, axis) => wholeTimes(rooms[axis], cartons[side])) as [number, number, number]
    return { cartons: along[0] * along[1] * along[2], along }
  })
  return fits.reduce((best, one) => (one.cartons > best.cartons ? one : best))
}

type Exact = InstanceType<typeof Decimal>

/** Exact, so that 0.6 holds 0.2 three times. */
function wholeTimes(room: Exact | undefined, side: Exact | undefined): number {
  if (!room || !side) return 0
  return Number(room.minus(room.mod(side)).div(side).round(0, 1).toFixed())
}
