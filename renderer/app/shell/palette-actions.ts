// What the palette can do besides finding records: go to a screen, begin something new.
import { useDebouncedValue } from '@mantine/hooks'
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconFilePlus,
  IconHistory,
  IconKeyboard,
  IconPlus,
} from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { ComponentType } from 'react'
import { client, trpc } from '#renderer/lib/api.ts'
import { useBook } from '#renderer/lib/host-state.ts'
import { useText } from '#renderer/lib/language.ts'
import { useMayWrite } from '#renderer/lib/may-write.ts'
import { choosePast } from '#renderer/lib/past-store.ts'
import { stepBack } from '#renderer/ui/undo/undo-steps.tsx'
import type { english } from '#shared/i18n/english.ts'
import type { TextRange } from '#shared/schemas/search.ts'
import { navigation } from '../navigation.ts'
import { typingPauseMs } from './use-found-records.ts'

export type PaletteAction = {
  key: string
  label: string
  icon: ComponentType<{ size?: number; stroke?: number; 'aria-hidden'?: boolean }>
  run: () => void
}

type Command = keyof typeof english.search.commands

const newRecords: readonly { command: Command; to: string; icon: PaletteAction['icon'] }[] = [
  { command: 'newOrder', to: '/orders/new', icon: IconPlus },
  { command: 'newShipment', to: '/shipments/new', icon: IconPlus },
  { command: 'newCustomer', to: '/customers/new', icon: IconPlus },
  { command: 'newProduct', to: '/products/new', icon: IconPlus },
  { command: 'newSupplier', to: '/suppliers/new', icon: IconPlus },
  { command: 'newCarrier', to: '/carriers/new', icon: IconPlus },
  { command: 'newTask', to: '/tasks/new', icon: IconPlus },
  { command: 'importFiles', to: '/import', icon: IconFilePlus },
]

export type Actions = { screens: PaletteAction[]; commands: PaletteAction[] }

/** All of them, in the order of the sidebar. */
export function usePaletteActions({ onKeyboardMap }: { onKeyboardMap: () => void }): Actions {
  const { t } = useText()
  const navigate = useNavigate()
  const { ifMayWrite } = useMayWrite()
  const screens = navigation
    .flatMap((group) => group.items)
    .map((item) => ({
      key: item.to,
      label: t(`shell.nav.${item.label}`),
      icon: item.icon,
      run: () => void navigate({ to: item.to }),
    }))
  const beginnings = newRecords.map(({ command, to, icon }) => ({
    key: command,
    label: t(`search.commands.${command}`),
    icon,
    run: ifMayWrite(() => navigate({ to: to as '/' })),
  }))
  const keys = { key: 'keys', label: t('search.commands.keys'), icon: IconKeyboard, run: onKeyboardMap }
  return { screens, commands: [...beginnings, ...usePastCommands(), keys] }
}

/** One step back or forth, and the book as it was. */
function usePastCommands(): PaletteAction[] {
  const text = useText()
  const { timeZone, access } = useBook()
  const { ifMayWrite } = useMayWrite()
  const command = (key: Command, icon: PaletteAction['icon'], run: () => void) => ({
    key,
    label: text.t(`search.commands.${key}`),
    icon,
    run,
  })
  const day = command('past', IconHistory, () => choosePast())
  if (access.mode === 'read' && access.reason === 'past')
    return [day, command('backToNow', IconArrowForwardUp, () => void client.host.past.close.mutate())]
  return [
    command(
      'undo',
      IconArrowBackUp,
      ifMayWrite(() => stepBack(text, 'undo', timeZone)),
    ),
    command(
      'redo',
      IconArrowForwardUp,
      ifMayWrite(() => stepBack(text, 'redo', timeZone)),
    ),
    day,
  ]
}

export type FoundAction = PaletteAction & { marks: readonly TextRange[] }

export type FoundActions = { screens: FoundAction[]; commands: FoundAction[] }

/**
 * Those whose label holds the text: at once where it holds the letters as they stand, a moment later where it is found as
 * records are (by pinyin, without accents), asked for all of them at a pause in typing.
 */
export function useFoundActions(text: string, { screens, commands }: Actions): FoundActions {
  const labels = [...screens, ...commands].map((action) => action.label)
  const [asked] = useDebouncedValue(text, typingPauseMs)
  const { data } = useQuery({ ...trpc.search.labels.queryOptions({ text: asked, labels }), enabled: asked !== '' })
  const answer = asked === text ? data : undefined
  return {
    screens: foundAmong(screens, text, answer),
    commands: foundAmong(commands, text, answer?.slice(screens.length)),
  }
}

/** Without an answer to this very text, those that hold its letters. */
function foundAmong(
  actions: readonly PaletteAction[],
  text: string,
  answer: readonly (readonly TextRange[] | null)[] | undefined,
): FoundAction[] {
  if (text === '') return actions.map((action) => ({ ...action, marks: [] }))
  const found = actions.flatMap((action, index) => {
    const marks = answer?.[index] ?? literalMarks(action.label, text)
    return marks ? [{ ...action, marks }] : []
  })
  // Who types "Rates" means that screen, not "Compare rates", whichever stands first in the sidebar.
  return found.toSorted((one, other) => Number(begins(other, text)) - Number(begins(one, text)))
}

function begins({ label }: Pick<PaletteAction, 'label'>, text: string): boolean {
  return label.toLowerCase().startsWith(text.toLowerCase())
}

function literalMarks(label: string, text: string): TextRange[] | null {
  const at = label.toLowerCase().indexOf(text.toLowerCase())
  return at < 0 ? null : [[at, at + text.length]]
}

/** Who types the beginning of a screen's or command's name means that, whatever record holds the word, too. */
export function isMeant(text: string, actions: readonly FoundAction[]): boolean {
  return text.length > 1 && actions.some((action) => begins(action, text))
}
