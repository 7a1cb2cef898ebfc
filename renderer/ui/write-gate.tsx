// Around one control that changes the book: where the book can only be read, the control is dimmed and says why.
import { Tooltip } from '@mantine/core'
import { cloneElement, type ReactElement, type SyntheticEvent } from 'react'
import { useMayWrite } from '#renderer/lib/may-write.ts'

type Props = Record<string, unknown>

/** Still reached by Tab, so that everyone can learn the reason; a tooltip of the control's own gives way to it. */
export function WriteGate({ children, ...passed }: { children: ReactElement<Props> } & Props) {
  const { mayWrite, why } = useMayWrite()
  // What hangs on this control (a menu, a popover) hands it its own properties.
  if (mayWrite) return Object.keys(passed).length > 0 ? cloneElement(children, passed) : children
  const control = children.type === Tooltip ? (children.props.children as ReactElement<Props>) : children
  return (
    <Tooltip label={why} multiline maw={280} events={{ hover: true, focus: true, touch: true }}>
      {cloneElement(control, {
        ...passed,
        'data-disabled': true,
        'aria-disabled': true,
        onClick: stay,
        onChange: stay,
      })}
    </Tooltip>
  )
}

/** Of some fields a change is no event but what was typed or chosen: nothing is done with it. */
function stay(event: SyntheticEvent | string | number | boolean | null): void {
  if (typeof event !== 'object' || event === null) return
  event.preventDefault()
  event.stopPropagation()
}
