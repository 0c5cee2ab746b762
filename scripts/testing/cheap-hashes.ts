// For the tests that come to the database, which make and check hundreds: what passwords and return codes cost is proven without
// one (lib/auth/password.test.ts, lib/sealing/return-code-keys.test.ts).
import { passwordCost } from '@/lib/auth/password-cost'
import { codeCost } from '@/lib/sealing/code-cost'

for (const cost of [passwordCost, codeCost]) Object.assign(cost, { memory: 64, passes: 1 })
