// The verbs of the command line.

import { backupVerb } from '#main/host/cli/backup.ts'
import { callVerb } from '#main/host/cli/call.ts'
import { checkVerb } from '#main/host/cli/check.ts'
import { decryptVerb } from '#main/host/cli/decrypt.ts'
import { exportVerb } from '#main/host/cli/export.ts'
import { importVerb } from '#main/host/cli/import.ts'
import { mergeVerb } from '#main/host/cli/merge.ts'
import { newVerb } from '#main/host/cli/new.ts'
import { rescueVerb } from '#main/host/cli/rescue.ts'
import { restoreVerb } from '#main/host/cli/restore.ts'
import type { CliVerb } from '#main/host/cli/verb.ts'

export const cliVerbs: Readonly<Record<string, CliVerb>> = {
  new: newVerb,
  import: importVerb,
  call: callVerb,
  check: checkVerb,
  restore: restoreVerb,
  rescue: rescueVerb,
  backup: backupVerb,
  export: exportVerb,
  decrypt: decryptVerb,
  merge: mergeVerb,
}
