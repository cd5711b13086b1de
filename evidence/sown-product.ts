import { type Change, sow } from './sow.ts'

/** The whole product in a process of its own, sown with the faults that are named, as JSON, in the first argument. */
await import(sow(JSON.parse(process.argv[2] ?? '[]') as Change[])('src/main.ts'))
