import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

type Secrets = Record<'AUTH_SECRET' | 'RETURN_CODE_PEPPER', string>

type Folders = Record<
  'KEY_DIR' | 'AUDIT_CHECKPOINTS' | 'OUTBOX_DIR' | 'SEND_EMAIL_BY' | 'SEND_TEXT_BY',
  string
>

/**
 * The secrets and folders of a machine that keeps its own database in `dir`, where checkpoints of its audit are kept too, and whatever
 * would go out by e-mail or text is caught.
 */
export function settingsIn(dir: string): Secrets & Folders {
  return {
    ...secretsIn(join(dir, 'secrets.json')),
    KEY_DIR: join(dir, 'keys'),
    AUDIT_CHECKPOINTS: join(dir, 'checkpoints'),
    OUTBOX_DIR: join(dir, 'outbox'),
    SEND_EMAIL_BY: 'catcher',
    SEND_TEXT_BY: 'catcher',
  }
}

/** Made once and kept in a file only its owner can read. */
function secretsIn(file: string): Secrets {
  if (!existsSync(file)) {
    const fresh: Secrets = { AUTH_SECRET: secret(), RETURN_CODE_PEPPER: secret() }
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    writeFileSync(file, JSON.stringify(fresh, null, 2), { mode: 0o600 })
  }
  return JSON.parse(readFileSync(file, 'utf8')) as Secrets
}

function secret(): string {
  return randomBytes(32).toString('base64url')
}
