import type {
  FastifyInstance,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
  RouteGenericInterface,
  RouteHandlerMethod,
} from 'fastify'
import type { Declaration } from './declaration.ts'

type Handler<Asked extends RouteGenericInterface> = RouteHandlerMethod<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  Asked
>

/** The only way to add a route to a server. One that does not say whom it is for, and what it does, does not compile. */
export class Routes {
  readonly #app: FastifyInstance

  constructor(app: FastifyInstance) {
    this.#app = app
  }

  /** HEAD is answered too, but not where it would change something, or would open a stream that nobody reads. */
  get<Asked extends RouteGenericInterface>(path: string, declared: Declaration, handler: Handler<Asked>): void {
    const exposeHeadRoute = !declared.changes && declared.does !== 'tell'
    this.#app.get<Asked>(path, { config: { declared }, exposeHeadRoute }, handler)
  }

  post<Asked extends RouteGenericInterface>(path: string, declared: Declaration, handler: Handler<Asked>): void {
    this.#app.post<Asked>(path, { config: { declared } }, handler)
  }

  /** For what browsers ask before they let a page of somebody else's ask anything. */
  options<Asked extends RouteGenericInterface>(path: string, declared: Declaration, handler: Handler<Asked>): void {
    this.#app.options<Asked>(path, { config: { declared } }, handler)
  }

  put<Asked extends RouteGenericInterface>(path: string, declared: Declaration, handler: Handler<Asked>): void {
    this.#app.put<Asked>(path, { config: { declared } }, handler)
  }

  patch<Asked extends RouteGenericInterface>(path: string, declared: Declaration, handler: Handler<Asked>): void {
    this.#app.patch<Asked>(path, { config: { declared } }, handler)
  }

  delete<Asked extends RouteGenericInterface>(path: string, declared: Declaration, handler: Handler<Asked>): void {
    this.#app.delete<Asked>(path, { config: { declared } }, handler)
  }
}

/** From here on, a route that came about in any other way keeps the server from starting. */
export function onlyDeclared(app: FastifyInstance): void {
  app.addHook('onRoute', ({ method, url, config }) => {
    if (config?.declared === undefined) throw new Error(`${method} ${url} does not declare whom it is for`)
  })
}
