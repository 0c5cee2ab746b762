import 'server-only'
import { randomUUID } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { env } from '@/lib/config/env'
import { readNote, writeNote } from '@/lib/domain/checkpoint'
import type { Checkpoint, SignedCheckpoint } from '@/lib/domain/checkpoint'
import { sendMail } from './mail'

const ending = '.checkpoint'

/**
 * Keeps a signed checkpoint outside the database, in each place the settings name: as a file of its own in the folder AUDIT_CHECKPOINTS,
 * and as a letter to AUDIT_CHECKPOINTS_TO. Both ought to be out of reach of whoever administers the database. When this returns it
 * is on the disk, and the mail server has it. False where no place is named. Throws where one of them does not take it.
 */
export async function keepCheckpoint(signed: SignedCheckpoint): Promise<boolean> {
  const { AUDIT_CHECKPOINTS: folder, AUDIT_CHECKPOINTS_TO: mailbox } = env()
  if (folder !== undefined) await keepInFolder(folder, signed)
  if (mailbox !== undefined) await sendTo(mailbox, signed)
  return folder !== undefined || mailbox !== undefined
}

/** Every note in a folder that can be read as one, and the names of those that cannot. */
export async function readCheckpoints(
  folder: string,
): Promise<{ readonly notes: readonly SignedCheckpoint[]; readonly unreadable: readonly string[] }> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(ending)).sort()
  const notes: SignedCheckpoint[] = []
  const unreadable: string[] = []
  for (const name of names) {
    const note = readNote(await readFile(join(folder, name), 'utf8'))
    if (note === null) unreadable.push(name)
    else notes.push(note)
  }
  return { notes, unreadable }
}

async function keepInFolder(folder: string, signed: SignedCheckpoint): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await writeDurably(folder, nameOf(signed), writeNote(signed))
}

/** The note is attached as the file it would be in a folder: letters' own text is changed on the way by some mail servers. */
async function sendTo(mailbox: string, signed: SignedCheckpoint): Promise<void> {
  const { force, chain, position } = signed.checkpoint
  await sendMail({
    to: mailbox,
    subject: `Audit checkpoint: ${force}, ${chain}, ${String(position)}`,
    text: `Where this chain of the audit ends, signed. Keep the file. To check the audit, save such files in a folder and name it:\nnpm run audit:verify -- <folder>\n\n${signed.text}`,
    attached: { name: nameOf(signed), text: writeNote(signed) },
  })
}

/**
 * The note in a folder that is furthest on in a chain of a force, by its name, and null where there is none. Its signature is not looked at:
 * that is for a check of the whole audit. Throws where the folder cannot be read.
 */
export async function lastCheckpoint(
  folder: string,
  { force, chain }: Pick<Checkpoint, 'force' | 'chain'>,
): Promise<Checkpoint | null> {
  const names = (await readdir(folder)).filter(
    (name) => name.startsWith(`${force}-${chain}-`) && name.endsWith(ending),
  )
  const last = names.sort().at(-1)
  return last === undefined
    ? null
    : (readNote(await readFile(join(folder, last), 'utf8'))?.checkpoint ?? null)
}

function nameOf({ checkpoint: { force, chain, position, hash } }: SignedCheckpoint): string {
  return `${force}-${chain}-${String(position).padStart(15, '0')}-${hash.slice(0, 12)}${ending}`
}

/**
 * Whole, or not there under its name. A file that is there already is the same checkpoint, signed before, or what a crash or somebody left
 * of it, which is replaced.
 */
async function writeDurably(folder: string, name: string, text: string): Promise<void> {
  const path = join(folder, name)
  if ((await textAt(path)) !== text) {
    const draft = `${path}.${randomUUID()}.tmp`
    await writeNew(draft, text)
    await rename(draft, path)
  }
  await sync(folder)
}

/** Null where there is none. */
async function textAt(path: string): Promise<string | null> {
  return readFile(path, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  })
}

async function writeNew(path: string, text: string): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** A name is on the disk when its folder is. */
async function sync(folder: string): Promise<void> {
  const opened = await open(folder, 'r')
  try {
    await opened.sync()
  } finally {
    await opened.close()
  }
}
