// The system's desktop: there is none, so nothing opens, unless a test puts something in its place.
// https://www.electronjs.org/docs/latest/api/shell
import type { Shell } from 'electron'

export const shell: Pick<Shell, 'openExternal' | 'openPath'> = {
  openExternal: async () => {},
  openPath: async () => 'There is no program for this file.',
}
