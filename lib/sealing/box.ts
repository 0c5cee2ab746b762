import 'server-only'

/** The table whose rows hold encrypted fields; part of what each of them is tied to. */
export const FIELD_TABLE = 'sealed_field'

/** A sealed record as its rows: fields under one data key, and that key sealed to each key pair that may open it. */
export interface SealedBoxRow {
  readonly id: string
  readonly purpose: string
  readonly suite: number
  readonly fields: readonly {
    readonly field: string
    readonly version: number
    readonly ciphertext: Uint8Array
  }[]
  readonly wraps: readonly { readonly keyId: string; readonly wrap: Uint8Array }[]
}
