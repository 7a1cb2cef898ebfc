// Opens the palette, and says which of its rows Enter takes. Mantine marks that row in the page itself, by its place.
import { createSpotlight } from '@mantine/spotlight'

export const [paletteStore, palette] = createSpotlight()

const rows = () => [...document.querySelectorAll<HTMLElement>(`#${paletteStore.getState().listId} [data-action]`)]

/** Chooses the first row, as the arrow keys would. */
export function chooseFirst(): void {
  chooseNone()
  const [first] = rows()
  first?.setAttribute('data-selected', 'true')
  first?.scrollIntoView({ block: 'nearest' })
  paletteStore.updateState((state) => ({ ...state, selected: 0 }))
}

export function chooseNone(): void {
  for (const row of rows()) row.removeAttribute('data-selected')
  paletteStore.updateState((state) => ({ ...state, selected: -1 }))
}

/** Takes the first row, as Enter would. */
export function takeFirst(): void {
  rows()[0]?.click()
}
