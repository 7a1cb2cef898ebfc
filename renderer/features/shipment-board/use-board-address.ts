// The address of the board or the map, and how it is changed.
import { useNavigate, useSearch } from '@tanstack/react-router'
import { type BoardAddress, readBoardAddress } from './board-address.ts'

export type BoardPlace = '/shipments/board' | '/shipments/map'

export function useBoardAddress(to: BoardPlace) {
  const address: BoardAddress = useSearch({ strict: false })
  const navigate = useNavigate()
  const change = (part: Partial<Record<keyof BoardAddress, unknown>>) =>
    void navigate({ to, search: readBoardAddress({ ...address, ...part }) as never, replace: true })
  return { address, change, clear: () => void navigate({ to, search: {} as never, replace: true }) }
}
