import type { JSX } from 'preact'
import type { Said, Thread } from '#work/confidence/confidence.ts'
import { useAsked } from '../asked.ts'

/** What was said between two, from the first word: whose it is, when, and whether the other has opened it. */
export function Threads({ threads, isCarer }: { threads: readonly Thread[]; isCarer: boolean }): JSX.Element {
  const { say } = useAsked()
  if (threads.length === 0) return <p>{say('confidence.none')}</p>
  return (
    <>
      {threads.map(({ accountId, name, said }) => (
        <section key={accountId} class="app-confidence">
          <h3 class="nhsuk-heading-m">
            {isCarer ? say('confidence.withWhom', { name }) : say('confidence.withCarer')}
          </h3>
          <ol class="app-confidence__said">
            {said.map(one => (
              <Words key={one.id} said={one} />
            ))}
          </ol>
        </section>
      ))}
    </>
  )
}

function Words({ said }: { said: Said }): JSX.Element {
  const { say, visitor } = useAsked()
  const isOwn = said.saidBy === visitor?.accountId
  return (
    <li class={isOwn ? 'app-confidence__one app-confidence__one--own' : 'app-confidence__one'}>
      <p class="nhsuk-hint">
        {isOwn ? say('confidence.you') : said.saidByName}, {say.moment(said.saidAt)}
      </p>
      <p class="app-lines" lang={said.language}>
        {said.words}
      </p>
      {isOwn && (
        <p class="nhsuk-hint">
          {said.readAt === undefined
            ? say('confidence.notRead')
            : say('confidence.readAt', { moment: say.moment(said.readAt) })}
        </p>
      )}
    </li>
  )
}
