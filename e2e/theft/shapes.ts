/** The ways a text may lie in a file without being sealed. */
export function shapesOf(text: string): readonly string[] {
  const bytes = Buffer.from(text)
  const hex = bytes.toString('hex')
  // Base64 depends on where in a triple the text begins: the part in the middle is the same in each.
  const base64 = [0, 1, 2].map((shift) =>
    Buffer.concat([Buffer.alloc(shift), bytes])
      .toString('base64')
      .slice(4, -4),
  )
  return [bytes.toString('latin1'), hex, hex.toUpperCase(), ...base64]
}

/** A return code with and without its dashes; a cookie as text and as the bytes it stands for. */
export function shapesOfSecret(secret: string): readonly string[] {
  const bytes = Buffer.from(secret, 'base64url')
  return [
    ...shapesOf(secret),
    ...shapesOf(secret.replaceAll('-', '')),
    bytes.toString('hex'),
    bytes.toString('base64').slice(0, -4),
    bytes.toString('latin1'),
  ]
}
