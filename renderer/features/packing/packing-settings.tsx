// What the book has settled about packing: own cartons, how full a mixed one may be, containers, what channels are not told.
import { Modal } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation, useQuery } from '@tanstack/react-query'
import { client, trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { useMayWrite } from '#renderer/lib/may-write.ts'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { RuleNumber } from '#renderer/ui/rule-number.tsx'
import { sayError } from '#renderer/ui/say-error.ts'
import { SectionTitle } from '#renderer/ui/section-title.tsx'
import type { Mixing, OwnCarton, PackingContainer } from '#shared/schemas/packing-settings.ts'
import classes from './packing.module.css'
import { AddButton, NameField, RemoveButton, SettingTable } from './setting-parts.tsx'

type Part<Value> = { value: Value; onChange: (value: Value) => void }

const mostMm = 20_000
const mostKg = 100_000

export function PackingSettings({ onClose }: { onClose: () => void }) {
  const { t } = useText()
  const { ifMayWrite } = useMayWrite()
  const query = useQuery(trpc.packing.settings.queryOptions())
  const save = useMutation({
    mutationFn: (setting: { key: string; value: unknown }) => client.packing.setSetting.mutate(setting as never),
    onSuccess: () => notifications.show({ id: 'packing-settings', message: t('packing.settings.saved') }),
    onError: (error) => sayError(t, error),
  })
  const set = ifMayWrite((key: string, value: unknown) => save.mutate({ key, value }))
  return (
    <Modal opened onClose={onClose} title={t('packing.settings.title')} size="xl">
      <QueryState query={query}>
        {({ mixing, containers, volumeDivisor, channelReserve }) => (
          <div className={classes.settings}>
            <Cartons value={mixing} onChange={(next) => set('mixing', next)} />
            <div className={classes.fields}>
              <RuleNumber
                label={t('packing.settings.fill')}
                value={mixing.fillPercent}
                range={[10, 100]}
                isWhole
                onSave={(fillPercent) => set('mixing', { ...mixing, fillPercent })}
              />
              <RuleNumber
                label={t('packing.settings.mostMixed')}
                value={mixing.mostGrams / 1000}
                range={[0.001, mostKg]}
                onSave={(kg) => kg !== null && set('mixing', { ...mixing, mostGrams: Math.round(kg * 1000) })}
              />
              <RuleNumber
                label={t('packing.settings.divisor')}
                value={volumeDivisor}
                range={[1, 100_000]}
                isWhole
                onSave={(value) => set('volumeDivisor', value)}
              />
              <RuleNumber
                label={t('packing.settings.reserve')}
                value={channelReserve}
                range={[0, 1_000_000]}
                onSave={(value) => set('channelReserve', value)}
              />
            </div>
            <Containers value={containers} onChange={(next) => set('containers', next)} />
          </div>
        )}
      </QueryState>
    </Modal>
  )
}

const newCarton: OwnCarton = { name: '', lengthMm: 400, widthMm: 300, heightMm: 300, tareGrams: null, mostGrams: null }

function Cartons({ value, onChange }: Part<Mixing>) {
  const { t } = useText()
  const { cartons } = value
  const put = (next: OwnCarton[]) => onChange({ ...value, cartons: next })
  const change = (at: number, part: Partial<OwnCarton>) =>
    put(cartons.map((carton, index) => (index === at ? { ...carton, ...part } : carton)))
  return (
    <section className={classes.section}>
      <SectionTitle>{t('packing.settings.cartons')}</SectionTitle>
      <p className={classes.hint}>{t('packing.settings.cartonsHint')}</p>
      {cartons.length === 0 ? null : (
        <SettingTable
          heads={[
            t('packing.settings.name'),
            ...(['length', 'width', 'height'] as const).map((side) => `${t(`packing.fields.${side}`)}, cm`),
            t('packing.settings.tare'),
            t('packing.settings.most'),
          ]}
        >
          {cartons.map((carton, at) => (
            <CartonRow
              // biome-ignore lint/suspicious/noArrayIndexKey: a size has no name of its own; each is its place in the list
              key={at}
              carton={carton}
              at={at}
              onChange={(part) => change(at, part)}
              onRemove={() => put(cartons.filter((_, index) => index !== at))}
            />
          ))}
        </SettingTable>
      )}
      <AddButton label={t('packing.settings.addCarton')} onClick={() => put([...cartons, newCarton])} />
    </section>
  )
}

type CartonRowProps = {
  carton: OwnCarton
  at: number
  onChange: (part: Partial<OwnCarton>) => void
  onRemove: () => void
}

function CartonRow({ carton, at, onChange, onRemove }: CartonRowProps) {
  const { t } = useText()
  const label = (field: string) => t('packing.settings.field', { field, number: at + 1 })
  return (
    <tr>
      <td>
        <NameField
          label={label(t('packing.settings.name'))}
          value={carton.name}
          onSave={(name) => onChange({ name })}
        />
      </td>
      {(['length', 'width', 'height'] as const).map((side) => (
        <td key={side}>
          <RuleNumber
            isNamedOutside
            label={label(t(`packing.fields.${side}`))}
            value={carton[`${side}Mm`] / 10}
            range={[0.1, mostMm / 10]}
            onSave={(cm) => cm !== null && onChange({ [`${side}Mm`]: Math.round(cm * 10) })}
          />
        </td>
      ))}
      {(['tare', 'most'] as const).map((weight) => (
        <td key={weight}>
          <RuleNumber
            isNamedOutside
            mayBeEmpty
            label={label(t(`packing.settings.${weight}`))}
            value={kilograms(carton[`${weight}Grams`])}
            range={[weight === 'tare' ? 0 : 0.001, 1000]}
            onSave={(kg) => onChange({ [`${weight}Grams`]: kg === null ? null : Math.round(kg * 1000) })}
          />
        </td>
      ))}
      <td>
        <RemoveButton label={t('packing.settings.removeCarton', { number: at + 1 })} onClick={onRemove} />
      </td>
    </tr>
  )
}

function kilograms(grams: number | null): number | null {
  return grams === null ? null : grams / 1000
}

const sides = ['lengthMm', 'widthMm', 'heightMm'] as const

function centimetres(mm: number | null): number | null {
  return mm === null ? null : mm / 10
}

const longContainer: PackingContainer = {
  ...{ name: "45' HC", usableLitres: 78_000, payloadGrams: 27_600_000 },
  ...{ lengthMm: 13_556, widthMm: 2352, heightMm: 2698 },
}

function Containers({ value, onChange }: Part<PackingContainer[]>) {
  const { t } = useText()
  const change = (at: number, part: Partial<PackingContainer>) =>
    onChange(value.map((container, index) => (index === at ? { ...container, ...part } : container)))
  const label = (field: string, at: number) => t('packing.settings.field', { field, number: at + 1 })
  return (
    <section className={classes.section}>
      <SectionTitle>{t('packing.settings.containers')}</SectionTitle>
      <SettingTable
        heads={[
          ...[t('packing.settings.name'), t('packing.settings.usable'), t('packing.settings.payload')],
          ...sides.map((side) => t(`packing.settings.inside.${side}`)),
        ]}
      >
        {value.map((container, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: each is its place in the list; names may change
          <tr key={at}>
            <td>
              <NameField
                label={label(t('packing.settings.name'), at)}
                value={container.name}
                isNeeded
                onSave={(name) => change(at, { name })}
              />
            </td>
            <td>
              <RuleNumber
                isNamedOutside
                label={label(t('packing.settings.usable'), at)}
                value={container.usableLitres / 1000}
                range={[0.001, 200]}
                onSave={(m3) => m3 !== null && change(at, { usableLitres: Math.round(m3 * 1000) })}
              />
            </td>
            <td>
              <RuleNumber
                isNamedOutside
                label={label(t('packing.settings.payload'), at)}
                value={container.payloadGrams / 1000}
                range={[0.001, mostKg]}
                onSave={(kg) => kg !== null && change(at, { payloadGrams: Math.round(kg * 1000) })}
              />
            </td>
            {sides.map((side) => (
              <td key={side}>
                <RuleNumber
                  isNamedOutside
                  label={label(t(`packing.settings.inside.${side}`), at)}
                  value={centimetres(container[side])}
                  range={[0.1, 2000]}
                  mayBeEmpty
                  onSave={(cm) => change(at, { [side]: cm === null ? null : Math.round(cm * 10) })}
                />
              </td>
            ))}
            <td>
              {value.length === 1 ? null : (
                <RemoveButton
                  label={t('packing.settings.removeContainer', { name: container.name })}
                  onClick={() => onChange(value.filter((_, index) => index !== at))}
                />
              )}
            </td>
          </tr>
        ))}
      </SettingTable>
      <AddButton label={t('packing.settings.addContainer')} onClick={() => onChange([...value, longContainer])} />
    </section>
  )
}
