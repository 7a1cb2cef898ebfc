// Shipments as a list, on the board or on the map: three ways to the same.
import { SegmentedControl } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useText } from '#renderer/lib/language.ts'

const places = { list: '/shipments', board: '/shipments/board', map: '/shipments/map' } as const
export type ShipmentView = keyof typeof places

/** `search` is kept between the board and the map, which are narrowed by the same; the list has filters of its own. */
export function ShipmentViews({ view, search = {} }: { view: ShipmentView; search?: object }) {
  const { t } = useText()
  const navigate = useNavigate()
  const go = (next: ShipmentView) =>
    void navigate({ to: places[next] as '/', search: next === 'list' || view === 'list' ? {} : search })
  return (
    <SegmentedControl
      aria-label={t('shipments.views.label')}
      data={(['list', 'board', 'map'] as const).map((value) => ({ value, label: t(`shipments.views.${value}`) }))}
      value={view}
      onChange={(value) => go(value as ShipmentView)}
    />
  )
}
