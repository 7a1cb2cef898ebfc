// Which points of the chart are named, and on which side: names never lie on one another or leave the picture.
export type Spot = { id: number; x: number; y: number; name: string }
export type Area = { left: number; top: number; right: number; bottom: number }
export type Label = { id: number; x: number; y: number; text: string; anchor: Anchor }
type Anchor = 'start' | 'middle' | 'end'

const longest = 22
const high = 14
const gap = 7

/** Right of the point, left of it, above and below. */
const places = [
  { anchor: 'start', at: 1, up: 0 },
  { anchor: 'end', at: -1, up: 0 },
  { anchor: 'middle', at: 0, up: -1 },
  { anchor: 'middle', at: 0, up: 1 },
] as const

/** The first spots are named first; one without room stays unnamed (its tip and the list below name it). */
export function placeLabels(spots: readonly Spot[], area: Area): Label[] {
  const taken: Area[] = spots.map(({ x, y }) => ({ left: x - 4, right: x + 4, top: y - 4, bottom: y + 4 }))
  const labels: Label[] = []
  spots.forEach(({ id, x, y, name }, index) => {
    const text = shortened(name)
    const wide = widthOf(text)
    const others = taken.filter((_, place) => place !== index)
    for (const { anchor, at, up } of places) {
      const left = x + at * gap - { start: 0, middle: wide / 2, end: wide }[anchor]
      const middle = y + up * (high - 1)
      const box = { left, right: left + wide, top: middle - high / 2, bottom: middle + high / 2 }
      if (!isWithin(box, area) || others.some((other) => isOn(box, other))) continue
      taken.push(box)
      labels.push({ id, x: x + at * gap, y: middle, text, anchor })
      return
    }
  })
  return labels
}

function shortened(name: string): string {
  const signs = [...name]
  return signs.length > longest ? `${signs.slice(0, longest - 1).join('')}…` : name
}

/** Of 11 px text, rather too wide than too narrow. */
function widthOf(text: string): number {
  return [...text].reduce((sum, sign) => sum + ((sign.codePointAt(0) ?? 0) > 0x2e7f ? 11.5 : 6.6), 0)
}

function isWithin(box: Area, area: Area): boolean {
  return box.left >= area.left && box.right <= area.right && box.top >= area.top && box.bottom <= area.bottom
}

function isOn(one: Area, other: Area): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom
}
