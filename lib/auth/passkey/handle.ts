import 'server-only'

/** The bytes by which a passkey names its account: the id, which says nothing about the person. */
export function handleOf(accountId: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(accountId.replaceAll('-', ''), 'hex'))
}

/** Whether what a passkey says is the name of this account. */
export function isHandleOf(accountId: string, said: string | undefined): boolean {
  return said === Buffer.from(handleOf(accountId)).toString('base64url')
}
