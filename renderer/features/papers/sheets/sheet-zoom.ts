// How large a sheet is shown: fitted to the width, to the whole page, or a fixed scale.
import type { PageSize } from './page-geometry.ts'

export type Zoom = 'width' | 'page' | number

const steps = [0.25, 0.33, 0.5, 0.67, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 2, 3]
/** Labels are small: fitted to a wide window they would be as large as a poster. */
const largestFit = 2

/** Screen pixels per pixel of the paper; 1 while the room is not known. */
export function scaleOf(zoom: Zoom, sheet: PageSize, room: PageSize): number {
  if (typeof zoom === 'number') return zoom
  if (room.width <= 0) return 1
  const wide = room.width / sheet.width
  const fit = zoom === 'width' || room.height <= 0 ? wide : Math.min(wide, room.height / sheet.height)
  return Math.min(largestFit, Math.max(steps[0] ?? fit, fit))
}

/** The next step up or down from a scale that may lie between two. */
export function nextZoom(scale: number, by: 1 | -1): number {
  const near = 0.005
  const found = by > 0 ? steps.find((step) => step > scale + near) : steps.findLast((step) => step < scale - near)
  return found ?? (by > 0 ? Math.max(...steps) : Math.min(...steps))
}
