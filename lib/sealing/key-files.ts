import 'server-only'

/** Names of the files in the key folder. */
export const INTAKE_PUBLIC = 'intake.public.json'
export const RECOVERY_PUBLIC = 'recovery.public.json'
/** Staff side only. */
export const PRIVATE_KEY_FILE = 'intake.private.json'
/** To be moved offline; nothing in the product reads it. */
export const RECOVERY_PRIVATE = 'recovery.private.json'
/** Signs checkpoints of the audit; staff side only. */
export const AUDIT_PRIVATE = 'audit.private.json'
/** For whoever checks them. */
export const AUDIT_PUBLIC = 'audit.public.json'
export const SALT_FILE = 'return-code.json'

export const PUBLIC_KEY_FILES = [INTAKE_PUBLIC, RECOVERY_PUBLIC] as const
