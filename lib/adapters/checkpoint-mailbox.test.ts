import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text as textOf } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import type { Checkpoint } from '@/lib/domain/checkpoint'
import { trustedHeads } from '@/lib/jobs/trusted-heads'
import { createAuditKey, signCheckpoint } from '@/lib/sealing/audit-key'
import { keepCheckpoint, readCheckpoints } from './checkpoint-place'

const settings: Record<string, string> = { FORCE: 'hertfordshire' }
vi.mock('@/lib/config/env', () => ({ env: () => settings, tier: () => 'all' }))

const folder = mkdtempSync(join(tmpdir(), 'alongside-mailbox-'))
const letters: string[] = []
let refuses = false
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onRcptTo: (_address, _session, done) => {
    done(refuses ? new Error('The mailbox is full.') : null)
  },
  onData: (stream, _session, done) => {
    void textOf(stream).then((letter) => {
      letters.push(letter)
      done()
    })
  },
})

const checkpoint: Checkpoint = {
  ...{ force: 'hertfordshire', chain: 'desk', position: 42, hash: 'ab'.repeat(32) },
  linkedAt: Date.parse('2026-03-02T09:00:00Z'),
}

beforeAll(async () => {
  await createAuditKey(folder)
  const listening = server.listen(0, '127.0.0.1')
  await once(listening, 'listening')
  const { port } = listening.address() as AddressInfo
  settings.SMTP_URL = `smtp://127.0.0.1:${String(port)}`
  settings.MAIL_FROM = 'alongside@example.test'
  settings.AUDIT_CHECKPOINTS_TO = 'audit@example.test'
})
beforeEach(() => {
  letters.length = 0
  refuses = false
  delete settings.AUDIT_CHECKPOINTS
})
afterAll(() => {
  server.close()
  rmSync(folder, { recursive: true, force: true })
})

/** The file attached to a letter, as a mail program saves it. */
function attachmentOf(letter: string): { name: string; content: string } {
  const name = /filename="?([^"\r\n]+)"?/u.exec(letter)?.[1] ?? ''
  const body = letter.split(/Content-Disposition: attachment[^\r\n]*(?:\r\n[^\r\n]+)*\r\n\r\n/u)[1] ?? ''
  return { name, content: Buffer.from(body.split('\r\n--')[0] ?? '', 'base64').toString('utf8') }
}

it('reaches the mailbox, and the file that is attached is believed by whoever checks', async () => {
  expect(await keepCheckpoint(await signCheckpoint(folder, checkpoint))).toBe(true)
  const { name, content } = attachmentOf(letters[0] ?? '')
  const saved = mkdtempSync(join(folder, 'saved-'))
  writeFileSync(join(saved, name), content)
  const { notes, unreadable } = await readCheckpoints(saved)
  expect(unreadable).toEqual([])
  const { heads, refused } = await trustedHeads(folder, notes)
  expect(refused).toBe(0)
  expect(heads.desk).toEqual([{ position: checkpoint.position, hash: checkpoint.hash }])
})

it('goes to the folder and to the mailbox where both are named', async () => {
  settings.AUDIT_CHECKPOINTS = join(folder, 'outside')
  expect(await keepCheckpoint(await signCheckpoint(folder, checkpoint))).toBe(true)
  expect(letters.length).toBe(1)
  expect((await readCheckpoints(join(folder, 'outside'))).notes.length).toBe(1)
})

it('that the mail server does not take counts as not kept', async () => {
  refuses = true
  await expect(keepCheckpoint(await signCheckpoint(folder, checkpoint))).rejects.toThrow('mailbox is full')
})
