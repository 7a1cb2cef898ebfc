// One line that can be clicked: an icon, what it does, a word more; and at its end what else there is to do.
import type { ReactNode } from 'react'
import classes from './welcome-screen.module.css'

type ChoiceProps = {
  icon: ReactNode
  title: string
  text: string
  isBusy?: boolean
  onClick: () => void
  end?: ReactNode
}

export function Choice({ icon, title, text, isBusy = false, onClick, end }: ChoiceProps) {
  return (
    <li className={end ? classes.ended : undefined}>
      <button type="button" className={classes.choice} disabled={isBusy} onClick={onClick}>
        {icon}
        <span>
          <span className={classes.choiceTitle}>{title}</span>
          <span className={classes.choiceText}>{text}</span>
        </span>
      </button>
      {end}
    </li>
  )
}
