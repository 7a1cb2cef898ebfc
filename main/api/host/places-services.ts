// What the host offers for choosing files and folders.
import type { ChosenPlace, PlaceKind, PlaceView, PlaceWish, TargetInput } from '#shared/schemas/places.ts'

export interface PlaceServices {
  /** Shows the system's own dialog; null when the user closed it. Hosts without one refuse. */
  pick(wish: PlaceWish): Promise<ChosenPlace | null>
  browse(folder: string | null, kinds: readonly PlaceKind[]): PlaceView
  makeFolder(folder: string, name: string): { token: string; name: string }
  /** A file to be written in a folder, named so that every system takes it; says whether one is there already. */
  target(input: TargetInput): ChosenPlace
}
