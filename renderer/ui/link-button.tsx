// A button that leads to another screen: an anchor that looks like a button, its address checked like that of any link.
import { Button, type ButtonProps } from '@mantine/core'
import { createLink } from '@tanstack/react-router'
import type { ComponentPropsWithRef } from 'react'

type AnchorButtonProps = ButtonProps & Omit<ComponentPropsWithRef<'a'>, keyof ButtonProps>

export const LinkButton = createLink((props: AnchorButtonProps) => <Button component="a" {...props} />)
