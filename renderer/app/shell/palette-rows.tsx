// The rows of the palette: a record with what it was found by, a screen or command, and the way to more of a kind.
import { Spotlight } from '@mantine/spotlight'
import {
  IconAddressBook,
  IconAlertTriangle,
  IconBarcode,
  IconBox,
  IconBuilding,
  IconBuildingWarehouse,
  IconCash,
  IconCashBanknote,
  IconCategory,
  IconCertificate,
  IconChecklist,
  IconClipboardCheck,
  IconClipboardText,
  IconCoins,
  IconCurrencyDollar,
  IconDots,
  IconFileText,
  IconFlag,
  IconMailExclamation,
  IconMessageQuestion,
  IconPackages,
  IconPlugConnected,
  IconReceipt,
  IconScale,
  IconShoppingCart,
  IconTag,
  IconTruckDelivery,
  IconUser,
  IconZoomCheck,
} from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { joinedDetails, lookOf } from '#renderer/lib/found-record.ts'
import { useText } from '#renderer/lib/language.ts'
import { recordAddress } from '#renderer/lib/record-address.ts'
import { MarkedText } from '#renderer/ui/marked-text.tsx'
import type { RecordKind } from '#shared/schemas/records.ts'
import type { SearchHit } from '#shared/schemas/search.ts'
import classes from './palette.module.css'
import type { FoundAction } from './palette-actions.ts'

const icons = {
  product: IconBox,
  party: IconAddressBook,
  order: IconReceipt,
  category: IconCategory,
  rate: IconCurrencyDollar,
  task: IconChecklist,
  paper: IconFileText,
  company: IconBuilding,
  person: IconUser,
  warehouse: IconBuildingWarehouse,
  channel: IconPlugConnected,
  batch: IconBarcode,
  document: IconClipboardText,
  count: IconClipboardCheck,
  expected: IconTruckDelivery,
  purchase: IconShoppingCart,
  milestone: IconFlag,
  inspection: IconZoomCheck,
  claim: IconAlertTriangle,
  payment: IconCash,
  decision: IconScale,
  salesCost: IconCoins,
  settlement: IconCashBanknote,
  letter: IconMailExclamation,
  shipment: IconPackages,
  carrierService: IconTruckDelivery,
  offer: IconTag,
  request: IconMessageQuestion,
  certificate: IconCertificate,
} as const satisfies Record<RecordKind, unknown>

export function HitRow({ hit }: { hit: SearchHit }) {
  const { t, language } = useText()
  const navigate = useNavigate()
  const Icon = icons[hit.kind]
  const { title, details } = lookOf(hit, { t, language })
  const role = { text: hit.role && hit.kind === 'party' ? t(`shell.recordKinds.${hit.role}`) : '' }
  const said = joinedDetails([...(role.text ? [role] : []), ...details])
  return (
    <Spotlight.Action className={classes.row} onClick={() => navigate(recordAddress(hit) as { to: '/' })}>
      <Icon size={16} stroke={1.5} aria-hidden />
      <span className={classes.title}>
        <MarkedText text={title.text} marks={title.marks} />
      </span>
      <span className={classes.detail}>
        <MarkedText text={said.text} marks={said.marks} />
      </span>
    </Spotlight.Action>
  )
}

export function ActionRow({ action: { label, marks, icon: Icon, run } }: { action: FoundAction }) {
  return (
    <Spotlight.Action className={classes.row} onClick={run}>
      <Icon size={16} stroke={1.5} aria-hidden />
      <span className={classes.title}>
        <MarkedText text={label} marks={marks} />
      </span>
    </Spotlight.Action>
  )
}

export function MoreRow({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <Spotlight.Action className={classes.row} closeSpotlightOnTrigger={false} onClick={onClick}>
      <IconDots size={16} stroke={1.5} aria-hidden />
      <span className={classes.detail}>{label}</span>
    </Spotlight.Action>
  )
}
