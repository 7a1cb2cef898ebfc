// What every address of the program is made with: the screen around it, and what a list and a record's page keep in theirs.
import { createRootRoute } from '@tanstack/react-router'
import { readAddress } from '#renderer/lib/list-address.ts'
import { Shell } from './shell/shell.tsx'

export const root = createRootRoute({ component: Shell })
export const at = <Path extends string>(path: Path) => ({ getParentRoute: () => root, path })
/** A list keeps search, filters, sort and the open record in the address. */
export const list = <Path extends string>(path: Path) => ({ ...at(path), validateSearch: readAddress })

/** A record's page says which of its panels is open. */
export const page = <Path extends string>(path: Path) => ({
  ...at(path),
  validateSearch: (raw: Record<string, unknown>): { panel?: string } =>
    typeof raw.panel === 'string' ? { panel: raw.panel } : {},
})
