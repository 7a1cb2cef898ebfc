// What the board and the map can be narrowed by; all of it stands in the address.
import { Button, Checkbox, Select } from '@mantine/core'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { CountrySelect } from '#renderer/ui/country-select.tsx'
import report from '#renderer/ui/report.module.css'
import type { BoardCarrier } from '#shared/schemas/shipment-board.ts'
import { shipmentKinds } from '#shared/schemas/shipment-words.ts'
import { endedChoices, isNarrowed, usualEndedDays } from './board-address.ts'
import type { useBoardAddress } from './use-board-address.ts'

type FiltersProps = {
  state: ReturnType<typeof useBoardAddress>
  carriers: readonly BoardCarrier[]
  /** The map shows nothing that has ended. */
  hasEnded: boolean
}

export function BoardFilters({ state: { address, change, clear }, carriers, hasEnded }: FiltersProps) {
  const { t, format, language } = useText()
  return (
    <div className={report.bar}>
      <Select
        w={170}
        aria-label={t('shipments.board.kind')}
        placeholder={t('shipments.board.kind')}
        clearable
        data={shipmentKinds.map((value) => ({ value, label: t(`shipments.kinds.${value}`) }))}
        value={address.kind ?? null}
        onChange={(kind) => change({ kind })}
      />
      <Select
        w={180}
        aria-label={t('shipments.board.carrier')}
        placeholder={t('shipments.board.carrier')}
        clearable
        searchable
        data={carriers.map((carrier) => ({ value: String(carrier.id), label: nameIn(language, carrier) }))}
        value={address.carrier ? String(address.carrier) : null}
        onChange={(carrier) => change({ carrier })}
      />
      <CountrySelect
        w={180}
        aria-label={t('shipments.board.country')}
        placeholder={t('shipments.board.country')}
        value={address.country ?? ''}
        onChange={(country) => change({ country })}
      />
      {hasEnded ? (
        <Select
          w={150}
          aria-label={t('shipments.board.ended')}
          allowDeselect={false}
          data={endedChoices.map((days) => ({
            value: String(days),
            label: t('shipments.board.endedDays', { count: days, formatted: format.number(days) }),
          }))}
          value={String(address.ended ?? usualEndedDays)}
          onChange={(ended) => change({ ended })}
        />
      ) : null}
      <Checkbox
        label={t('shipments.board.late')}
        checked={address.late ?? false}
        onChange={(event) => change({ late: event.currentTarget.checked })}
      />
      {isNarrowed(address) ? (
        <Button variant="subtle" onClick={clear}>
          {t('shipments.board.clear')}
        </Button>
      ) : null}
    </div>
  )
}
