import 'server-only'
import { mkdir, open, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { env } from '@/lib/config/env'
import { readNote, writeNote } from '@/lib/domain/checkpoint'
import type { SignedCheckpoint } from '@/lib/domain/checkpoint'

const ending = '.checkpoint'

/**
 * Keeps a signed checkpoint as a file of its own in the folder of the setting AUDIT_CHECKPOINTS, which ought to lie where whoever
 * administers the database cannot write: on write-once storage, or another machine's. It is on the disk when this returns. False when
 * there is no such folder to keep it in.
 */
export async function keepCheckpoint(signed: SignedCheckpoint): Promise<boolean> {
  const { AUDIT_CHECKPOINTS: folder } = env()
  if (folder === undefined) return false
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await writeDurably(join(folder, nameOf(signed)), writeNote(signed))
  return true
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

function nameOf({ checkpoint: { force, chain, position, hash } }: SignedCheckpoint): string {
  return `${force}-${chain}-${String(position).padStart(15, '0')}-${hash.slice(0, 12)}${ending}`
}

/** A file that is there is the same checkpoint, signed before. */
async function writeDurably(path: string, text: string): Promise<void> {
  const file = await open(path, 'wx', 0o600).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return null
    throw error
  })
  if (file === null) return
  try {
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
}
