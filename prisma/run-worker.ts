// Does what is to be done by the clock, until it is asked to end.
import { expectKeys } from '@/lib/sealing/expect-keys'
import { startWorker } from '@/lib/jobs/worker'

expectKeys()
const worker = await startWorker()
const end = () => void worker.stop().then(() => process.exit(0))
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end)
// The channel to the parent closes when the parent is gone.
process.on('disconnect', end)
