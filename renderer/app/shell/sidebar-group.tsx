// A group of the sidebar under its heading, which folds it; what is rarely used is folded from the start, and this machine
// remembers it. The group that the current screen belongs to opens by itself.
import { Tooltip } from '@mantine/core'
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { Link, useLocation } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { savePreferences, useHostState } from '#renderer/lib/host-state.ts'
import { useText } from '#renderer/lib/language.ts'
import { holdsScreen, type NavGroup, type NavItem, navigation } from '../navigation.ts'
import classes from './sidebar.module.css'
import { WaitingCount } from './waiting-count.tsx'

type GroupProps = { group: NavGroup; isNarrow: boolean }

export function SidebarGroup({ group, isNarrow }: GroupProps) {
  const pathname = useLocation({ select: (location) => location.pathname })
  if (group.label === null) return <GroupLinks group={group} isNarrow={isNarrow} />
  const isHere = holdsScreen(group, pathname)
  return <FoldingGroup {...{ group, label: group.label, isNarrow, isHere }} />
}

type FoldingProps = GroupProps & { label: NonNullable<NavGroup['label']>; isHere: boolean }

function FoldingGroup({ group, label, isNarrow, isHere }: FoldingProps) {
  const { t } = useText()
  const id = useId()
  const { foldedGroups } = useHostState().preferences
  // Opened by the screen alone, it is as it was before once another screen is shown.
  const [isOpenHere, setOpenHere] = useState(isHere)
  const [wasHere, setWasHere] = useState(isHere)
  if (wasHere !== isHere) {
    setWasHere(isHere)
    setOpenHere(isHere)
  }
  const isOpen = isOpenHere || !foldedGroups.includes(label)
  const fold = () => {
    const others = foldedGroups.filter((one) => one !== label)
    setOpenHere(false)
    savePreferences({ foldedGroups: isOpen ? [...others, label] : others })
  }
  const Sign = isOpen ? IconChevronDown : IconChevronRight
  return (
    <div data-group={label}>
      <h2 className={classes.group}>
        <Tooltip label={t(`shell.groups.${label}`)} position="right" disabled={!isNarrow} openDelay={0}>
          <button type="button" className={classes.fold} aria-expanded={isOpen} aria-controls={id} onClick={fold}>
            <span className={classes.label}>{t(`shell.groups.${label}`)}</span>
            <Sign size={12} stroke={1.6} aria-hidden />
            {isOpen ? null : <WaitingCount screens={group.items.map((item) => item.label)} />}
          </button>
        </Tooltip>
      </h2>
      <GroupLinks group={group} isNarrow={isNarrow} id={id} isFolded={!isOpen} />
    </div>
  )
}

type LinksProps = GroupProps & { id?: string; isFolded?: boolean }

function GroupLinks({ group, isNarrow, id, isFolded = false }: LinksProps) {
  return (
    <ul className={classes.list} id={id} hidden={isFolded}>
      {group.items.map((item) => (
        <li key={item.to}>
          <SidebarLink item={item} isNarrow={isNarrow} />
        </li>
      ))}
    </ul>
  )
}

function SidebarLink({ item, isNarrow }: { item: NavItem; isNarrow: boolean }) {
  const { t } = useText()
  const label = t(`shell.nav.${item.label}`)
  return (
    <Tooltip label={label} position="right" disabled={!isNarrow} openDelay={0}>
      <Link to={item.to} className={classes.item} activeOptions={{ exact: isExact(item), includeSearch: false }}>
        <item.icon size={16} stroke={1.6} aria-hidden />
        <span className={classes.label}>{label}</span>
        <WaitingCount screens={[item.label]} />
      </Link>
    </Tooltip>
  )
}

/** Of an item that others stand below (stock, its documents), only its own screen shows as the current one. */
function isExact({ to }: NavItem): boolean {
  return navigation.some(({ items }) => items.some((other) => other.to !== to && other.to.startsWith(to)))
}
