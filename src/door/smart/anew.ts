import type { Provider } from 'oidc-provider'
import { SMART } from './means.ts'

/**
 * Whoever an app leads to us is always asked, by our page and in our own session: what the library remembers of an earlier
 * visit is forgotten first. That also gives apps what they ask for when nobody is there, which the library gives only
 * after such a question (OpenID Connect Core, 11). An app that wants no question gets an answer that says so.
 */
export function askToLetIn(provider: Provider): void {
  provider.use(async (ctx, next) => {
    if (ctx.path === '/authorize') {
      await (await provider.Session.get(ctx)).destroy()
      if (ctx.query.prompt !== 'none') {
        ctx.query = { ...ctx.query, prompt: 'consent' }
        // By the difference of the two the library knows where it is mounted.
        Object.assign(ctx.req, { originalUrl: `${SMART}${ctx.req.url}` })
      }
    }
    await next()
  })
}
