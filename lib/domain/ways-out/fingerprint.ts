/** The id of a force's keys, in groups that two people can read to each other. */
export function fingerprintOf({ keyId }: { readonly keyId: string }): string {
  return (keyId.match(/.{1,4}/gu) ?? []).join(' ')
}
