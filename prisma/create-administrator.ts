// Makes the first administrator of a deployment, named by two arguments (e-mail address, name), and prints once what they
// need to sign in.
import { randomBytes, randomUUID } from 'node:crypto'
import { generateSecret } from 'otplib'
import { z } from 'zod'
import { hashPassword } from '@/lib/auth/password'
import { sealTotpSecret } from '@/lib/auth/totp-secret'
import { ownerDb } from '@/lib/db/owner'

const [email, name] = z.tuple([z.email(), z.string().trim().min(1)]).parse(process.argv.slice(2))
const id = randomUUID()
const password = randomBytes(15).toString('base64url')
const secret = generateSecret()

await ownerDb().account.create({
  data: {
    id,
    email: email.toLowerCase(),
    name,
    role: 'administrator',
    passwordHash: await hashPassword(password),
    totpSecret: sealTotpSecret(id, secret),
  },
})
await ownerDb().$disconnect()

process.stdout.write(
  [
    `Made the administrator ${email}. This is shown once:`,
    `  password              ${password}`,
    `  authenticator secret  ${secret}`,
    'Sign in at /staff.',
    '',
  ].join('\n'),
)
