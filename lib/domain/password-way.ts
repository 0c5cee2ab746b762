/**
 * How many wrong codes may come with the right password before signing in with it is closed: whoever has the password and not
 * the codes would find one at last. NIST SP 800-63B-4 (3.2.2) allows a hundred in a row; with thirty, three codes being right at
 * any time, one in eleven thousand who guess gets in.
 */
export const mostWrongCodes = 30

/** Whether signing in with the password is closed, until it is another one: `wrongCodes` since the last success. */
export function isPasswordWayClosed({ wrongCodes }: { readonly wrongCodes: number }): boolean {
  return wrongCodes >= mostWrongCodes
}
