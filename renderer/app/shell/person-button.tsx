// Who works here, at the foot of the sidebar: their sign and name; a click changes who it is.
import { Tooltip } from '@mantine/core'
import { initialOf } from '#renderer/features/people/who-am-i.tsx'
import { useBook } from '#renderer/lib/host-state.ts'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import classes from './sidebar.module.css'

export function PersonButton({ isNarrow, onClick }: { isNarrow: boolean; onClick: () => void }) {
  const { t, language } = useText()
  const { person } = useBook()
  if (!person) return null
  const name = nameIn(language, person)
  return (
    <Tooltip label={t('people.who.youAre', { name })} position="right" disabled={!isNarrow} openDelay={0}>
      <button
        type="button"
        className={classes.person}
        aria-label={t('people.who.menu', { name })}
        aria-haspopup="dialog"
        onClick={onClick}
      >
        {/* As a picture, not as text: what is read in the button is its name. */}
        <span className={classes.personSign} data-initial={initialOf(name)} aria-hidden />
        <span className={classes.personName}>{name}</span>
      </button>
    </Tooltip>
  )
}
