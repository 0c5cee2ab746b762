import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import openapiTS, { astToString } from 'openapi-typescript'
import { referralOpenApi } from './docs/referral-openapi.ts'
import { root } from './run/project.ts'

/** Writes how referrals are sent by machine, and the types of a client made of it. */
const text = JSON.stringify(referralOpenApi())
writeFileSync(join(root, 'docs/schemas/referrals-1.openapi.json'), text)
writeFileSync(join(root, 'e2e/referrals/client-types.ts'), astToString(await openapiTS(text)))
