import 'server-only'

/** Names of the files in the key folder. What new boxes are sealed to: the newest epoch's public half. */
export const INTAKE_PUBLIC = 'intake.public.json'
export const RECOVERY_PUBLIC = 'recovery.public.json'
/** The first epoch's private half; staff side only. */
export const PRIVATE_KEY_FILE = 'intake.private.json'
/** To be moved offline; nothing that serves reads it. */
export const RECOVERY_PRIVATE = 'recovery.private.json'
/** Signs checkpoints of the audit; staff side only. */
export const AUDIT_PRIVATE = 'audit.private.json'
/** For whoever checks them. */
export const AUDIT_PUBLIC = 'audit.public.json'
/** What the search index is hashed under; staff side only. */
export const INDEX_PRIVATE = 'index.private.json'
/** What other forces seal to and check our signatures with, both halves; staff side only. */
export const EXCHANGE_PRIVATE = 'exchange.private.json'
export const SALT_FILE = 'return-code.json'

export const PUBLIC_KEY_FILES = [INTAKE_PUBLIC, RECOVERY_PUBLIC] as const

/** The private half of a later epoch. */
export function epochFile(keyId: string): string {
  return `intake-${keyId}.private.json`
}

/** Whether a file of that name holds the private half of an intake key, of whichever epoch. */
export function isIntakePrivate(name: string): boolean {
  return /^intake(-[0-9a-f]{32})?\.private\.json$/u.test(name)
}
