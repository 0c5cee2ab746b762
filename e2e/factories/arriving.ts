import type { ArrivingFile } from '@/lib/commands/evidence/keep-file'

/** A file that arrives in slices of no tidy size. `breaks`: the line goes dead after the last of them. */
export function arriving(name: string, bytes: Uint8Array, breaks = false): ArrivingFile {
  async function* slices(): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += 77_777)
      yield await Promise.resolve(bytes.subarray(at, at + 77_777))
    if (breaks) throw new Error('the line went dead')
  }
  return { name, bytes: slices() }
}

/** Files that arrive in one form, one after the other. */
// eslint-disable-next-line @typescript-eslint/require-await -- files arrive one by one, here all at once
export async function* arrivingAll(...files: readonly ArrivingFile[]): AsyncGenerator<ArrivingFile> {
  yield* files
}
