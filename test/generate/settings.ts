import { readFileSync } from 'node:fs'

const CONFIG = new URL('../../src/config.ts', import.meta.url)

/** A setting as `src/config.ts` declares it. */
export interface Setting {
  readonly name: string
  /** What is said of it there; empty when nothing is. */
  readonly means: string
  /** What holds when it is not set; empty when nothing does. */
  readonly standard: string
}

const HEAD = `# Settings

Every setting is an environment variable, read once at the start. A wrong one keeps Cydofal from starting, with one
sentence for each that is wrong. This page is written by \`npm run tables\` from the comments in \`src/config.ts\`.

| Setting | When it is not set | What it is |
| --- | --- | --- |
`

/** docs/reference/settings.md: a line for every setting. */
export function settingsPage(source = readFileSync(CONFIG, 'utf8')): string {
  const lines = settingsIn(source).map(({ name, means, standard }) => `| \`${name}\` | ${standard} | ${means} |\n`)
  return HEAD + lines.join('')
}

/** The settings that the text of a config file declares, in its order. */
export function settingsIn(source: string): Setting[] {
  const declared = source.slice(source.indexOf('z.object({'))
  return [
    ...declared.matchAll(/(?:\/\*\* (?<means>[^\n]*) \*\/\n\s*)?^ {2}(?<name>[A-Z][A-Z_]*): (?<reads>.*),$/gm),
  ].map(({ groups }) => {
    const standard = /\.default\('?(?<value>[^')]*)'?\)/.exec(groups?.reads ?? '')?.groups?.value
    return { name: groups?.name ?? '', means: groups?.means ?? '', standard: standard ? `\`${standard}\`` : '' }
  })
}
