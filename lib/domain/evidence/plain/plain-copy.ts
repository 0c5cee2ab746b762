import { plainJpeg } from './plain-jpeg'
import { plainPng } from './plain-png'
import { plainWebp } from './plain-webp'

const copiers: Readonly<Record<string, (bytes: Uint8Array) => readonly Uint8Array[] | null>> = {
  jpeg: plainJpeg,
  png: plainPng,
  webp: plainWebp,
}

/** Whether a copy of a file of this kind can be made without what was written beside the picture. */
export function hasPlainCopy(kind: string): boolean {
  return Object.hasOwn(copiers, kind)
}

/**
 * A picture without where and when it was taken and what else was written beside it, in parts that follow one another; nothing is decoded. Null
 * where it is of another kind or not built as its kind is: then no copy can be made that is sure to tell nothing.
 */
export function plainCopy(kind: string, bytes: Uint8Array): readonly Uint8Array[] | null {
  return hasPlainCopy(kind) ? (copiers[kind]?.(bytes) ?? null) : null
}
