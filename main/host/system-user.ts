// The name under which the system knows whoever is at this machine: the best guess until someone says better.
import { userInfo } from 'node:os'

export function systemUserName(): string {
  try {
    return userInfo().username
  } catch {
    // A user without an entry in the system's list (containers): the environment may still know.
    return process.env.USER || process.env.USERNAME || 'me'
  }
}
