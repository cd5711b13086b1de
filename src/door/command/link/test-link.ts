import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sayIn } from '#ground/language/say.ts'
import { type Hands, OWN_HANDS } from './hands.ts'
import { linkFiles, type Told } from './link-files.ts'
import { Progress } from './progress.ts'

/** A folder of its own in which files are linked; gone when it is disposed of. */
export class Desk implements Disposable {
  readonly #folder = mkdtempSync(join(tmpdir(), 'cydofal-link-'))

  put(name: string, content: string | Uint8Array): string {
    writeFileSync(this.path(name), content)
    return this.path(name)
  }

  path(name: string): string {
    return join(this.#folder, name)
  }

  read(name: string): string | undefined {
    return existsSync(this.path(name)) ? readFileSync(this.path(name), 'utf8') : undefined
  }

  files(): string[] {
    return readdirSync(this.#folder).toSorted()
  }

  /** Links as the command does; paths in what is said are cut down to names. */
  async link(
    args: readonly string[],
    { language = 'en', hands = OWN_HANDS }: { language?: 'en' | 'cy'; hands?: Hands } = {},
  ): Promise<Told> {
    const say = sayIn(language)
    const screen = { isTTY: false, write: () => true }
    const told = await linkFiles(args, { say, progress: new Progress(screen, say) }, hands)
    return { ...told, lines: told.lines.map(line => line.replaceAll(`${this.#folder}/`, '')) }
  }

  [Symbol.dispose](): void {
    rmSync(this.#folder, { recursive: true })
  }
}

/** Two people of whom an agency has two records each, and one of whom it has one. */
export const PEOPLE = `id,first,last,born,home,code
1,Siân,Pritchard,1961-03-17,12 Heol y Felin,GH1 2AB
2,Jane,Pritchard,1961-03-17,12 Mill Road,GH12AB
3,Emrys,Wogan,1948-11-02,3 Tan y Bryn,GH4 7CD
4,Emrys,Wogan,02/11/1948,3 Tan-y-Bryn,GH4 7CD
5,Carys,Fenwell,1990-06-30,8 Chapel Street,GH9 1EF
`

export const PEOPLE_MAP = JSON.stringify({
  mode: 'dedupe',
  left: {
    id: 'id',
    columns: { first: 'given', last: 'surname', born: 'birthdate', home: 'line', code: 'postcode' },
  },
})
