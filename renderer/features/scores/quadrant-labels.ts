// Which points of the chart are named, and on which side: names never lie on one another or leave the picture.
export type Spot = { id: number; x: number; y: number; name: string }
export type Area = { left: number; top: number; right: number; bottom: number }
export type Label = { id: number; x: number; y: number; text: string; anchor: 'start' | 'end' }

const longest = 22
const high = 14
const gap = 7

/** The first spots are named first; one without room stays unnamed (its tip and the list below name it). */
export function placeLabels(spots: readonly Spot[], area: Area): Label[] {
  const taken: Area[] = spots.map(({ x, y }) => ({ left: x - 4, right: x + 4, top: y - 4, bottom: y + 4 }))
  const labels: Label[] = []
  spots.forEach(({ id, x, y, name }, index) => {
    const text = shortened(name)
    const wide = widthOf(text)
    const others = taken.filter((_, place) => place !== index)
    for (const anchor of ['start', 'end'] as const) {
      const left = anchor === 'start' ? x + gap : x - gap - wide
      const box = { left, right: left + wide, top: y - high / 2, bottom: y + high / 2 }
      if (!isWithin(box, area) || others.some((other) => isOn(box, other))) continue
      taken.push(box)
      labels.push({ id, x: anchor === 'start' ? left : left + wide, y, text, anchor })
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
